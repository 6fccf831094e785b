import { expect, it } from "vitest";
import { type Kept, type KeptCall, reckonCall } from "./reckoning.ts";
import { toldCall } from "./testing/told-call.ts";

const told = toldCall();
const key = [...told.accepted][0] ?? "";

const whole: KeptCall = {
  call_sid: told.callSid,
  status: "completed",
  answered: false,
  missed: true,
  missed_reason: "no_answer",
  outcome: "texted",
  reason: "missed_call",
  events: told.events,
};
const kept = (changes: Partial<KeptCall> = {}): Kept => ({
  inbox: new Map([...told.accepted].map((one) => [one, 1])),
  ledger: new Map([...told.accepted].map((one) => [one, 1])),
  calls: new Map([[told.callSid, { ...whole, ...changes }]]),
});

it("finds nothing wrong with a call that is kept as it was", () => {
  expect(reckonCall(told, kept(), 1)).toEqual([]);
});

it.each([
  ["I1: a lost webhook", { ...kept(), inbox: new Map() }, 1],
  ["I1: a doubled entry of the ledger", { ...kept(), ledger: new Map([...kept().ledger, [key, 2]]) }, 1],
  ["I2: a call that is not kept", { ...kept(), calls: new Map() }, 0],
  ["I2: another state than the ledger's", kept({ missed_reason: "busy" }), 1],
  ["I3: two texts", kept(), 2],
  ["I4: no text", kept(), 0],
  ["I4: neither text nor reason", kept({ outcome: null, reason: null }), 0],
])("finds %s", (what, found, texts) => {
  expect(reckonCall(told, found, texts).join(" ")).toContain(what.slice(0, 3));
});
