import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { sql } from "kysely";
import { Client } from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { authenticate } from "#identity";
import { databaseForThisTest } from "../../../test/kit/database.ts";
import { openTestHouse, type TestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import type { Authenticate, Session } from "../http/route.ts";
import { SYSTEM } from "../scope.ts";
import { openBus } from "./bus.ts";
import { createRealtime } from "./realtime.ts";

/** Engine.IO and Socket.IO on the wire, protocols 4 and 5. */
const WIRE = { connect: "40", disconnected: "41", nudge: "42", closed: "1" };
const GAP = '["gap"]';
const handshake = z.object({ sid: z.string() });

type Listening = { app: { server: Pick<Server, "address"> } };

/** A page's live connection, by long polling; `next` resolves with what the server says next. */
async function openSocket(house: Listening, cookies: Record<string, string>) {
  const address = house.app.server.address();
  if (address === null || typeof address === "string") throw new Error("The house does not listen.");
  const base = `http://127.0.0.1:${address.port}/socket.io/?EIO=4&transport=polling`;
  const headers = {
    cookie: Object.entries(cookies)
      .map((pair) => pair.join("="))
      .join("; "),
  };
  const ask = async (url: string, init: RequestInit = {}) => (await fetch(url, { ...init, headers })).text();
  const { sid } = handshake.parse(JSON.parse((await ask(base)).slice(1)));
  const url = `${base}&sid=${sid}`;
  await ask(url, { method: "POST", body: WIRE.connect });
  expect(await ask(url)).toMatch(new RegExp(`^${WIRE.connect}\\{"sid"`));
  return { next: () => ask(url) };
}

/** Two processes over one database, and a person who is signed in. */
async function openTwoProcesses() {
  const database = await databaseForThisTest();
  const [here, there] = [await openTestHouse({ database }), await openTestHouse({ database })];
  for (const house of [here, there]) await house.listen("127.0.0.1", 0);
  const { tenantId } = await openLine(here);
  const reaper = new Client(database.owner);
  await reaper.connect();
  onTestFinished(() => reaper.end());
  /** Breaks the connections over which the processes hear each other. */
  const breakLines = async () => {
    const { rowCount } = await reaper.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'nevermisscall realtime'`,
    );
    expect(rowCount).toBe(2);
  };
  return { here, there, tenantId, person: await signInPerson(here, tenantId), breakLines };
}

describe("a live connection", () => {
  it.each(["here", "there"] as const)(
    "ends with its session, whoever hears the sign-out: the socket is %s",
    async (where) => {
      const { person, tenantId, ...houses } = await openTwoProcesses();
      const other = await signInPerson(houses.here, tenantId, "operator");
      const socket = await openSocket(houses[where], person.cookies);
      const others = await openSocket(houses[where], other.cookies);
      await person.delete("/session");
      expect(await socket.next()).toContain(WIRE.disconnected);
      houses[where].ports.publish(tenantId, [{ topic: "calls", id: "1" }]);
      expect(await others.next()).toContain(`${WIRE.nudge}["nudge",{"topic":"calls","id":"1"}]`);
    },
  );

  it("hears of a commit at another process within 200 ms", async () => {
    const { here, there, tenantId, person } = await openTwoProcesses();
    const socket = await openSocket(there, person.cookies);
    const commit = (id: string) =>
      here.ports.scope(tenantId, SYSTEM, async (scope) => {
        await sql`select 1`.execute(scope.tx);
        scope.nudge("calls", id);
      });
    const took: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const id = `round ${round}`;
      const heard = hears(socket, id);
      await commit(id);
      const committed = performance.now();
      await heard;
      took.push(performance.now() - committed);
    }
    // The machine may be busy with something else at one of them.
    expect(took.toSorted((a, b) => a - b)[took.length / 2]).toBeLessThan(200);
  });

  it("is told of a gap between the processes, and hears on after it", async () => {
    const { here, there, tenantId, person, breakLines } = await openTwoProcesses();
    const socket = await openSocket(there, person.cookies);
    await isHeard(here, tenantId, socket);
    await breakLines();
    here.ports.publish(tenantId, [{ topic: "calls", id: "in the gap" }]);
    expect(await hears(socket, GAP)).toContain(GAP);
    await isHeard(here, tenantId, socket);
  });

  it("is told of a gap by a process that had no connection yet when it had something to say", async () => {
    const { there, person } = await openTwoProcesses();
    const socket = await openSocket(there, person.cookies);
    const bus = openBus(there.ports.database.address.platform, { heard: () => undefined, missed: () => undefined });
    onTestFinished(() => bus.close());
    bus.send({ tenantId: "of somebody", nudge: { topic: "calls", id: "1" } });
    expect(await hears(socket, GAP)).toContain(GAP);
  });

  it("is told of a gap when something was too large to be sent", async () => {
    const { here, there, tenantId, person } = await openTwoProcesses();
    const socket = await openSocket(there, person.cookies);
    await isHeard(here, tenantId, socket);
    here.ports.publish(tenantId, [{ topic: "calls", id: "x".repeat(9_000) }]);
    expect(await hears(socket, GAP)).toContain(GAP);
    here.ports.publish(tenantId, [{ topic: "calls", id: "small" }]);
    expect(await hears(socket, "small")).toContain("small");
  });

  it("ends with its session though the sign-out elsewhere fell into a gap", async () => {
    const { there, person, tenantId, breakLines } = await openTwoProcesses();
    const other = await signInPerson(there, tenantId, "operator");
    const socket = await openSocket(there, person.cookies);
    const others = await openSocket(there, other.cookies);
    // Nobody is told: the process at which this happened is gone.
    await sql`update user_sessions set is_active = false where user_id = ${person.userId}`.execute(
      there.ports.database.platform,
    );
    await breakLines();
    expect(await hears(socket, WIRE.disconnected)).toContain(WIRE.disconnected);
    there.ports.publish(tenantId, [{ topic: "calls", id: "still here" }]);
    await hears(others, "still here");
  });

  it("outlives a database that cannot tell whether its session is over", async () => {
    const { here, tenantId } = await openTwoProcesses();
    const session = await sessionOf(here, tenantId);
    let asked = 0;
    let isAway = true;
    const { realtime, ...listening } = await listen(here, async () => {
      asked += 1;
      if (asked > 1 && isAway) throw new Error("The database is away.");
      return isAway ? session : null;
    });
    const socket = await openSocket(listening, {});
    await expect.poll(() => asked).toBeGreaterThan(1);
    realtime.publish(tenantId, [{ topic: "calls", id: "still here" }]);
    await hears(socket, "still here");
    isAway = false;
    here.clock.advance({ seconds: 1 });
    expect(await socket.next()).toSatisfy(isEnd);
  });

  it("ends when its session runs out, unless that was used", async () => {
    const { here, tenantId, person } = await openTwoProcesses();
    const idle = await signInPerson(here, tenantId, "operator");
    const [used, unused] = [await openSocket(here, person.cookies), await openSocket(here, idle.cookies)];
    here.clock.advance({ hours: 24 * 6 });
    expect((await person.get("/session")).status).toBe(200);
    here.clock.advance({ hours: 24 * 1 });
    expect(await unused.next()).toContain(WIRE.disconnected);
    here.ports.publish(tenantId, [{ topic: "calls", id: "still here" }]);
    await hears(used, "still here");
    here.clock.advance({ hours: 24 * 7 });
    expect(await used.next()).toContain(WIRE.disconnected);
  });

  it("ends when the session was closed while it was let in", async () => {
    const { here, tenantId } = await openTwoProcesses();
    const session = await sessionOf(here, tenantId);
    const answers = [session, null];
    const socket = await openSocket(await listen(here, async () => answers.shift() ?? null), {});
    expect(await socket.next()).toSatisfy(isEnd);
  });
});

/** The connection was closed, with or without a word to its only namespace. */
const isEnd = (said: string) => said.startsWith(WIRE.disconnected) || said.endsWith(WIRE.closed);

/** Resolves when the socket is told this: the id of what changed, a gap, or its end. */
async function hears(socket: { next(): Promise<string> }, told: string): Promise<string> {
  for (;;) {
    const said = await socket.next();
    if (said.includes(told)) return said;
  }
}

/** Resolves when what a process says reaches a socket of another. */
async function isHeard(house: TestHouse, tenantId: string, socket: { next(): Promise<string> }): Promise<void> {
  let heard = false;
  const hearing = hears(socket, "are you there?").then(() => {
    heard = true;
  });
  const ask = () => {
    house.ports.publish(tenantId, [{ topic: "calls", id: "are you there?" }]);
    return heard;
  };
  await expect.poll(ask, { timeout: 5_000 }).toBe(true);
  await hearing;
}

/** Realtime alone, with somebody else's word on who is signed in. */
async function listen({ ports, clock }: TestHouse, authenticate: Authenticate) {
  const http = createServer();
  const realtime = createRealtime({ http, address: ports.database.address.platform, clock, authenticate });
  onTestFinished(() => realtime.close());
  await once(http.listen(0, "127.0.0.1"), "listening");
  return { realtime, app: { server: http } };
}

async function sessionOf(house: TestHouse, tenantId: string): Promise<Session> {
  const { cookies } = await signInPerson(house, tenantId, "viewer");
  const session = await authenticate(house.ports, cookies);
  if (session === null) throw new Error("Nobody is signed in.");
  return session;
}
