import { describe, expect, inject, it, onTestFinished } from "vitest";
import { isDatabaseAway } from "#platform/database/away.ts";
import { runningClock, type TestClock, testClock } from "../../../test/kit/clock.ts";
import { cloneDatabase } from "../../../test/kit/database.ts";
import { openTestHouse, TUESDAY_MORNING } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { createRecorder } from "../../../test/kit/recorder.ts";
import { cuttableWay } from "../../../test/kit/way.ts";

const ownCluster = inject("cluster").connectionString === undefined;

describe.skipIf(!ownCluster)("while the database restarts", () => {
  async function openCuttableDoor() {
    const clone = await cloneDatabase();
    onTestFinished(clone.drop);
    const way = await cuttableWay(clone.address);
    const recorder = createRecorder();
    const house = await openTestHouse({
      modules: recorder.modules,
      clock: runningClock(),
      database: way.address,
      logLevel: "silent",
    });
    const line = await openLine(house);
    await house.startWork();
    const call = (number: number) => line.post("voice", line.call(`CA${number}`, "+15125550142"));
    const inAMoment = () =>
      new Promise((resolve) =>
        house.clock.schedule(house.clock.now().add({ milliseconds: 400 }), () => resolve("waiting")),
      );
    return { way, recorder, house, call, inAMoment };
  }

  it("the carrier waits and nothing is lost", async () => {
    const { way, recorder, call, inAMoment } = await openCuttableDoor();
    way.cut();
    const answers = Array.from({ length: 10 }, (_, number) => call(number));
    expect(await Promise.race([...answers, inAMoment()])).toBe("waiting");
    way.mend();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(10).fill(200));
    await expect.poll(() => recorder.received.length, { timeout: 10_000 }).toBe(10);
  });

  it("everything else steps back when many wait, and only as long as they do", async () => {
    const { way, recorder, house, call, inAMoment } = await openCuttableDoor();
    const askForPage = () => house.app.inject({ url: "/api/v1/session" });
    // From now on the number is known, so that webhooks are verified without the database.
    expect((await call(1000)).status).toBe(200);
    way.cut();
    const answers = Array.from({ length: 500 }, (_, number) => call(number));
    await inAMoment();
    const turnedAway = await askForPage();
    expect(turnedAway.json()).toMatchObject({ code: "busy" });
    expect(turnedAway.headers["retry-after"]).toBe("1");
    way.mend();
    expect((await Promise.all(answers)).every(({ status }) => status === 200)).toBe(true);
    expect((await askForPage()).statusCode).not.toBe(503);
    await expect.poll(() => recorder.received.length, { timeout: 20_000 }).toBe(501);
  });
});

describe.skipIf(!ownCluster)("when the database vanishes without a goodbye", () => {
  async function openDoor(clock: TestClock) {
    const clone = await cloneDatabase();
    onTestFinished(clone.drop);
    const way = await cuttableWay(clone.address);
    const { modules } = createRecorder();
    const house = await openTestHouse({ modules, clock, database: way.address, logLevel: "silent" });
    const line = await openLine(house);
    const call = (number: number) => line.post("voice", line.call(`CA${number}`, "+15125550142"));
    // From now on connections are open, and the number is known.
    expect((await call(1000)).status).toBe(200);
    return { way, house, call };
  }

  it("webhooks are stored as soon as another takes its place, those behind a lost insert too", async () => {
    const { way, call } = await openDoor(runningClock());
    way.swallow();
    const first = call(1);
    await expect.poll(way.swallowed).toBeGreaterThan(0);
    const others = [2, 3, 4].map(call);
    way.mend();
    expect((await Promise.all([first, ...others])).map(({ status }) => status)).toEqual(Array(4).fill(200));
  });

  it("the carrier is told in time to send again", async () => {
    const clock = testClock(TUESDAY_MORNING);
    const { way, call } = await openDoor(clock);
    way.swallow();
    const answer = call(1);
    await expect.poll(way.swallowed).toBeGreaterThan(0);
    clock.advance({ seconds: 13 });
    expect(JSON.parse((await answer).body)).toMatchObject({ status: 503, code: "database_away" });
  });
});

describe("telling an absent database from a refused statement", () => {
  const failure = (message: string, code?: string) =>
    Object.assign(new Error(message), code === undefined ? {} : { code });

  it.each([
    failure("the database system is shutting down", "57P03"),
    failure("terminating connection due to administrator command", "57P01"),
    failure("connect ECONNREFUSED 127.0.0.1:5432", "ECONNREFUSED"),
    failure("Connection terminated unexpectedly"),
    failure("Query read timeout"),
    failure("timeout exceeded when trying to connect"),
    failure("sorry, too many clients already", "53300"),
    failure("cannot execute INSERT in a read-only transaction", "25006"),
    failure("getaddrinfo EAI_AGAIN db", "EAI_AGAIN"),
    new AggregateError([failure("", "ECONNREFUSED"), failure("", "ECONNREFUSED")]),
  ])("%s: wait", (error) => expect(isDatabaseAway(error)).toBe(true));

  it.each([
    failure("duplicate key value violates unique constraint", "23505"),
    failure("invalid input syntax for type uuid", "22P02"),
    failure("There is no such number."),
    new AggregateError([failure("", "ECONNREFUSED"), failure("")]),
    "ECONNREFUSED",
  ])("%s: do not", (error) => expect(isDatabaseAway(error)).toBe(false));
});
