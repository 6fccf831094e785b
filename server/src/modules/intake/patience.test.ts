import { createConnection, createServer, type Socket } from "node:net";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { isDatabaseAway } from "#platform/database/away.ts";
import type { DatabaseAddress } from "#platform/database/database.ts";
import { runningClock } from "../../../test/kit/clock.ts";
import { cloneDatabase } from "../../../test/kit/database.ts";
import { openTestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { createRecorder } from "../../../test/kit/recorder.ts";

/** A way to the database that the test can cut and open again, as a restart of the database does. */
async function cuttableWay(address: DatabaseAddress) {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = createConnection(placeOf(address.owner));
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => undefined).on("close", () => open.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const by = (config: object) => ({ ...config, host: "127.0.0.1", port });
  return {
    address: { owner: by(address.owner), app: by(address.app), platform: by(address.platform) },
    cut() {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    mend() {
      isCut = false;
    },
  };
}

/** PostgreSQL listens on a port, or on a socket in the folder that stands for the host. */
function placeOf({ host = "127.0.0.1", port = 5432 }: DatabaseAddress["owner"]) {
  return host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
}

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

describe("telling an absent database from a refused statement", () => {
  const failure = (message: string, code?: string) =>
    Object.assign(new Error(message), code === undefined ? {} : { code });

  it.each([
    failure("the database system is shutting down", "57P03"),
    failure("terminating connection due to administrator command", "57P01"),
    failure("connect ECONNREFUSED 127.0.0.1:5432", "ECONNREFUSED"),
    failure("Connection terminated unexpectedly"),
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
