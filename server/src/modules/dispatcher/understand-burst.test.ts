import { describe, expect, it } from "vitest";
import { newSession } from "./policy/session.ts";
import { understandBurst } from "./understand-burst.ts";
import { byRules } from "./understander.ts";

const KNOWN = { number: "212", street: "Cedar Ave", unit: null, city: "Austin", state: null, zip: "78704" };
const circumstances = {
  now: Temporal.Instant.from("2026-03-03T10:00:00-06:00"),
  business: { timezone: "America/Chicago", trade_type: "plumbing" as const },
};

/** How the answer to a read-back of "212 Cedar Ave" is understood. */
async function answer(text: string) {
  const session = {
    ...newSession({ language: "en", name: "Sam", address: KNOWN }),
    asked: "confirm" as const,
    turns: 3,
  };
  const { understanding } = await understandBurst(byRules, [{ body: text, media_count: 0 }], session, circumstances);
  return understanding;
}

describe("the answer to a read-back", () => {
  it.each([
    ["no the number is 221", "221"],
    ["instead of 212 it should be 221", "221"],
    ["212 is wrong, 221", "221"],
    ["es 221 no 212", "221"],
    ["almost, number should be 221", "221"],
    ["wait the house number is wrong. 221 not 212", "221"],
    ["not 212, the address is 221", "221"],
    ["no, el número de la casa es 45", "45"],
    ["its 221 not 212", "221"],
  ])("is another number for the house that was read back: %s", async (text, number) => {
    const { address, time } = await answer(text);
    expect(address).toMatchObject({ number, street: "Cedar Ave" });
    expect(time.kind).toBe("none");
  });

  it.each([
    "no, 212 is correct, I need 2 techs",
    "no 212 is correct, but the toilet is number 2",
    "no the gate number is 4411",
    "no, apartment gate number is 4411",
    "the po number is 8812",
    "no, my house gate number is 4411",
    "no, make it 3pm",
    "yes, and my gate code is 4411",
    "yes that address is right, gate code is 4411",
    "yes, the house has 2 dogs",
    "no, option number 2",
    "no, my number is 555 123 4567",
    "can we do 10:30 at the house?",
  ])("is no other number for the house: %s", async (text) => {
    expect((await answer(text)).address).toBeNull();
  });

  it.each([
    ["221 not 212 and make it 3pm", "15:00"],
    ["the address 212 is fine but come at 3 pm", "15:00"],
    ["no, come at 2:12", "14:12"],
  ])("takes no house for an hour: %s", async (text, from) => {
    expect((await answer(text)).time).toMatchObject({ kind: "exact", from });
  });

  it.each([
    ["no, it's Birch Ln", "212"],
    ["no, it's Oak and Main", null],
    ["no, the address is RR 2 Box 15", null],
  ])("keeps the number where the new street has one: %s", async (text, number) => {
    expect((await answer(text)).address?.number).toBe(number);
  });
});
