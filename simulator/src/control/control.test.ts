import fastify from "fastify";
import { describe, expect, it } from "vitest";
import type { Faults } from "../faults/faults.ts";
import { business, customer, monday, owner, startTestWorld, type TestWorld } from "../testing/test-world.ts";
import { simulatorControl } from "./control.ts";

interface Handset {
  lines: { heard: { text: string }[] }[];
}

const ask = async <Body>({ simulator }: TestWorld, method: string, path: string, body?: unknown) => {
  const response = await fetch(`${simulator.url}/simulator${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  return { status: response.status, type: response.headers.get("content-type"), body: (await response.json()) as Body };
};

describe("the phones", () => {
  it("dial, ring, answer, talk, press and hang up", async () => {
    await using world = await startTestWorld({ "/voice": `<Response><Dial>${owner}</Dial></Response>` });
    const dialled = await ask<Handset>(world, "POST", `/handsets/${customer}/dial`, { to: "(212) 555-0100" });
    expect(dialled.body.lines).toMatchObject([{ peer: business, state: "ringing", direction: "outgoing" }]);
    await world.clock.settle();
    expect((await ask<Handset>(world, "POST", `/handsets/${owner}/answer`)).body.lines).toMatchObject([
      { state: "talking" },
    ]);
    await world.clock.settle();
    await ask(world, "POST", `/handsets/${customer}/speak`, { text: "Hello there" });
    const heard = await ask<Handset>(world, "GET", `/handsets/${owner}`);
    expect(heard.body.lines[0]?.heard).toMatchObject([{ text: "Hello there" }]);
    expect((await ask(world, "POST", `/handsets/${customer}/press`, { digits: "12#" })).status).toBe(200);
    expect((await ask<Handset>(world, "POST", `/handsets/${owner}/hang-up`)).body.lines).toEqual([]);
    await world.clock.settle();
    const calls = await ask(world, "GET", "/truth/calls");
    expect(calls.body).toMatchObject({ data: [{ status: "completed" }, { status: "completed" }] });
  });

  it("send texts with photos, which screens can show", async () => {
    await using world = await startTestWorld();
    const photos = [{ contentType: "image/png", base64: Buffer.from("png!").toString("base64") }];
    const sent = await ask<{ id: string }>(world, "POST", `/handsets/${customer}/texts`, {
      to: business,
      body: "look",
      photos,
    });
    expect(sent.body).toMatchObject({ state: "delivered", photos: [{ contentType: "image/png" }] });
    expect(world.receiver.last("/sms")?.params["NumMedia"]).toBe("1");
    const photo = await fetch(`${world.simulator.url}/simulator/handsets/${customer}/texts/${sent.body.id}/photos/0`);
    expect(await photo.text()).toBe("png!");
  });

  it("are made and changed", async () => {
    await using world = await startTestWorld();
    const made = await ask(world, "PUT", "/handsets/+12125550140", { name: "Landline", lineType: "landline" });
    expect(made.body).toMatchObject({ number: "+12125550140", lineType: "landline", textErrorCode: 30006 });
    await ask(world, "PUT", "/handsets/+12125550140", { onCall: { do: "reject" } });
    expect((await ask(world, "GET", "/handsets/+12125550140")).body).toMatchObject({
      name: "Landline",
      onCall: { do: "reject", afterMs: 2_000 },
    });
    expect((await ask<{ data: unknown[] }>(world, "GET", "/handsets")).body.data).toHaveLength(4);
  });

  it.each([
    [404, "POST", "/handsets/+12125550149/dial", { to: business }],
    [409, "POST", `/handsets/${customer}/answer`, undefined],
    [409, "POST", `/handsets/${customer}/hang-up`, undefined],
    [422, "POST", `/handsets/${customer}/dial`, { to: "nobody" }],
    [422, "POST", `/handsets/${customer}/texts`, { to: business, surprise: 1 }],
    [422, "PUT", "/handsets/12", {}],
    [422, "PATCH", "/faults", { webhooks: { lost: 3 } }],
    [422, "POST", "/clock", { advanceMs: -1 }],
    [409, "POST", "/clock", { to: "2020-01-01T00:00:00Z" }],
    [422, "GET", "/truth/calls?limit=0", undefined],
  ])("refuse with %i and a problem: %s %s", async (status, method, path, body) => {
    await using world = await startTestWorld();
    const answer = await ask(world, method, path, body);
    expect([answer.status, answer.type]).toEqual([status, expect.stringContaining("application/problem+json")]);
    expect(answer.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  });
});

it("can be mounted in another application, whose other routes stay as they are", async () => {
  await using world = await startTestWorld();
  const app = fastify();
  app.register(simulatorControl(world.simulator), { prefix: "/simulator" });
  app.get("/broken", () => {
    throw new Error("broken");
  });
  expect((await app.inject("/simulator/clock")).json()).toMatchObject({ now: monday });
  expect((await app.inject("/broken")).headers["content-type"]).toContain("application/json");
  await app.close();
});

it("reads and turns the clock and the knobs", async () => {
  await using world = await startTestWorld();
  expect((await ask<{ now: number }>(world, "GET", "/clock")).body).toEqual({
    now: monday,
    isMovable: true,
    runsByItself: false,
  });
  expect((await ask<{ now: number }>(world, "POST", "/clock", { advanceMs: 3_600_000 })).body.now).toBe(
    monday + 3_600_000,
  );
  expect((await ask<{ now: number }>(world, "POST", "/clock", { to: "2025-03-10T08:00:00-04:00" })).body.now).toBe(
    Date.parse("2025-03-10T12:00:00Z"),
  );
  expect((await ask<Faults>(world, "PATCH", "/faults", { webhooks: { lost: 0.2 } })).body.webhooks.lost).toBe(0.2);
  expect((await ask<Faults>(world, "DELETE", "/faults")).body.webhooks.lost).toBe(0);
});

it("streams everything that happens, and goes on where a reader left off", async () => {
  await using world = await startTestWorld();
  const read = async (headers: Record<string, string>, enough: (text: string) => boolean): Promise<string> => {
    const leave = new AbortController();
    const response = await fetch(`${world.simulator.url}/simulator/events?after=0`, { headers, signal: leave.signal });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    let text = "";
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (enough(text)) break;
    }
    leave.abort();
    return text;
  };
  const reading = read({}, (text) => text.includes("event: message.received"));
  await world.simulator.person(customer).texts("Hi", { to: business });
  const text = await reading;
  const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
  expect(ids).toEqual(ids.map((_, index) => index + 1));
  const last = ids.at(-1) ?? 0;
  const again = await read({ "last-event-id": String(last - 1) }, (more) => more.includes("data:"));
  expect(again).toContain(`id: ${last}\n`);
  expect(again).not.toContain(`id: ${last - 1}\n`);
});
