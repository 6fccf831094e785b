import { describe, expect, it } from "vitest";
import { z } from "zod";
import { databaseForThisTest } from "../../../test/kit/database.ts";
import { openTestHouse, type TestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { signInPerson } from "../../../test/kit/person.ts";

/** Engine.IO and Socket.IO on the wire, protocols 4 and 5. */
const WIRE = { connect: "40", disconnected: "41", nudge: "42" };
const handshake = z.object({ sid: z.string() });

/** A page's live connection, by long polling; `next` resolves with what the server says next. */
async function openSocket(house: TestHouse, cookies: Record<string, string>) {
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
  return { here, there, tenantId, person: await signInPerson(here, tenantId) };
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
});
