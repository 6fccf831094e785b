import { expect, test } from "vitest";
import { fulfils } from "./judge.ts";

test("fields that are not expected may be anything", () => {
  expect(fulfils({ level: "life" }, { level: "life", hazard: "gas" })).toBe(true);
  expect(fulfils({ level: "life", hazard: "gas" }, { level: "life", hazard: "fire" })).toBe(false);
});

test("an expected null is met by nothing, not by something", () => {
  expect(fulfils({ choice: null }, {})).toBe(true);
  expect(fulfils({ choice: null }, { choice: 2 })).toBe(false);
});

test("intents alone are the complete set, in any order", () => {
  expect(fulfils({ intents: ["confirm"] }, { intents: ["confirm", "ask_price"] })).toBe(false);
  expect(fulfils({ intents: ["book", "give_name"] }, { intents: ["give_name", "book"] })).toBe(true);
  expect(fulfils({ intents_include: ["book"], intents_exclude: ["stop"] }, { intents: ["book", "thanks"] })).toBe(true);
  expect(fulfils({ intents_exclude: ["stop"] }, { intents: ["stop"] })).toBe(false);
});

test("a time is right in every part that is stated", () => {
  const time = { kind: "window", date: "2026-03-04", from: "08:00", to: "12:00" };
  expect(fulfils({ time: { date: "2026-03-04", from: "08:00" } }, { time })).toBe(true);
  expect(fulfils({ time: { from: "08:00", to: null } }, { time })).toBe(false);
  expect(fulfils({ time: { excluded: ["2026-03-06"] } }, { time: { excluded: ["2026-03-06"] } })).toBe(true);
  expect(fulfils({ time: { excluded: ["2026-03-06"] } }, { time })).toBe(false);
});

test("an address is compared without case, accents and abbreviations", () => {
  const address = { number: "1109", street: "E. Cesar Chavez St.", unit: "3b", zip: "78702-1100", city: null };
  expect(fulfils({ address: { street: "East César Chávez Street", unit: "3B", zip: "78702" } }, { address })).toBe(
    true,
  );
  expect(fulfils({ address: { number: "1190" } }, { address })).toBe(false);
  expect(fulfils({ address: { number: null } }, { address: null })).toBe(false);
  expect(fulfils({ address: null }, { address })).toBe(false);
});

test("a name is compared without case and full stops", () => {
  expect(fulfils({ name: "Christopher J. Malone" }, { name: "christopher j malone" })).toBe(true);
  expect(fulfils({ name_in: ["Mrs. Henderson", "Henderson"] }, { name: "Henderson" })).toBe(true);
  expect(fulfils({ name: null }, { name: "Ok" })).toBe(false);
});
