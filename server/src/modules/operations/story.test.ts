import { describe, expect, it } from "vitest";
import { z } from "zod";
import { CUSTOMER, openDesk } from "../../../test/kit/desk.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { maskPhones } from "./masking.ts";

const entries = z.array(z.object({ id: z.string(), kind: z.string(), sentence: z.string(), data: z.looseObject({}) }));
const SECRET = "My heater at 1420 Oak Street died";

/** A missed call that was texted back and answered, as somebody asks for its story. */
async function storyFor(role: "owner" | "operator" | "user" | "viewer") {
  const desk = await openDesk();
  await desk.house.startWork();
  await desk.callsInVain();
  await desk.customerWrites(SECRET);
  await desk.house.settled();
  const call = await desk.inside(({ tx }) => tx.selectFrom("calls").select("id").executeTakeFirstOrThrow());
  const person = await signInPerson(desk.house, desk.line.tenantId, role);
  const story = (await person.get(`/calls/${call.id}/story`)).body;
  return { desk, call, person, story, steps: entries.parse(story["entries"]) };
}

const webhookIn = (steps: z.output<typeof entries>, topic: string) =>
  steps
    .find(({ id, sentence }) => id.startsWith("webhook:") && sentence.startsWith(topic))
    ?.id.slice("webhook:".length);

describe("the story of a call", () => {
  it.each(["owner", "operator"] as const)(
    "has words and numbers for the %s, each webhook when it is asked for",
    async (role) => {
      const { person, story, steps } = await storyFor(role);
      expect(story["call"]).toMatchObject({ customer_phone: CUSTOMER });
      expect(steps.filter(({ sentence }) => sentence.includes(SECRET))).not.toEqual([]);
      for (const step of steps.filter(({ kind }) => kind === "webhook")) expect(step.data).not.toHaveProperty("body");
      const webhook = (await person.get(`/webhooks/${webhookIn(steps, "A text came in")}`)).body;
      expect(webhook).toMatchObject({ topic: "sms", status: "processed", body: { Body: SECRET, From: CUSTOMER } });
    },
  );

  it.each(["user", "viewer"] as const)("has neither for the %s", async (role) => {
    const { person, story, steps } = await storyFor(role);
    expect(JSON.stringify(story)).not.toMatch(/5125550142|Oak Street|heater/);
    expect(story["call"]).toMatchObject({ customer_phone: "•••42" });
    expect(steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["webhook", "decision", "send", "message"]));
    const answer = await person.get(`/webhooks/${webhookIn(steps, "A text came in")}`);
    expect(answer.body).toMatchObject({
      subject: "texts from •••42",
      body: { Body: "•••", From: "•••42", NumSegments: "1" },
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/5125550142|Oak Street/);
  });

  it.each([
    ["owner", CUSTOMER],
    ["viewer", "•••42"],
  ] as const)("of a call to a customer shows the %s the number as %s", async (role, shown) => {
    const desk = await openDesk();
    await desk.house.startWork();
    const call = {
      ...desk.line.call("CA1", desk.line.phone),
      To: CUSTOMER,
      Called: CUSTOMER,
      Direction: "outbound-api",
    };
    await desk.line.post("call-status", { ...call, CallStatus: "completed", CallDuration: "9" });
    await desk.house.settled();
    const person = await signInPerson(desk.house, desk.line.tenantId, role);
    const story = (await person.get("/calls/CA1/story")).body;
    expect(story["call"]).toMatchObject({ customer_phone: shown, called_phone: shown });
    expect(JSON.stringify(story).includes(CUSTOMER)).toBe(role === "owner");
  });

  it("tells what it cost as soon as the carrier has told", async () => {
    const { desk, call, person, story } = await storyFor("owner");
    expect(story["costs"]).toEqual({
      ...{ call: null, legs: null, texts: null, total: null, currency: null },
      ...{ unpriced_legs: 0, unpriced_texts: 2 },
    });
    await desk.inside(({ tx }) => tx.updateTable("calls").set({ price: "-0.0085", price_unit: "USD" }).execute());
    for (const table of ["outbound_messages", "messages"] as const)
      await desk.inside(({ tx }) => tx.updateTable(table).set({ price: "-0.0079", price_unit: "USD" }).execute());
    const told = (await person.get(`/calls/${call.id}/story`)).body;
    expect(told["costs"]).toEqual({
      ...{ call: "0.0085", legs: null, texts: "0.0158", total: "0.0243", currency: "USD" },
      ...{ unpriced_legs: 0, unpriced_texts: 0 },
    });
    const sentences = entries.parse(told["entries"]).map(({ sentence }) => sentence);
    expect(sentences).toContain("The text was accepted (queued, 0.0079 USD).");
  });
});

it("masks every phone number in a text, and nothing else", () => {
  expect(maskPhones("texts from +15125550142 and +447911123456, call 5 of 2026-03-03")).toBe(
    "texts from •••42 and •••56, call 5 of 2026-03-03",
  );
});
