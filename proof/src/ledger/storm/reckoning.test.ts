import { expect, it } from "vitest";
import type { Kept, KeptCall } from "./kept.ts";
import { reckonCall } from "./reckoning.ts";
import { toldCall } from "./testing/told-call.ts";

const told = toldCall();
const key = [...told.accepted][0] ?? "";
const STOPPED_AT = 60_000;
const stopped = { ...told, stops: true, stoppedAt: STOPPED_AT };

const whole: KeptCall = {
  call_sid: told.callSid,
  status: "completed",
  answered: false,
  missed: true,
  missed_reason: "no_answer",
  disconnect_reason: null,
  outcome: "texted",
  reason: "missed_call",
  text_state: "accepted",
  text_state_reason: null,
  has_task: false,
  events: told.events,
};
const kept = (changes: Partial<KeptCall> = {}): Kept => ({
  inbox: new Map([...told.accepted].map((one) => [one, 1])),
  ledger: new Map([...told.accepted].map((one) => [one, 1])),
  calls: new Map([[told.callSid, { ...whole, ...changes }]]),
  leftAt: new Map(),
});
const takenAt = (...moments: number[]) => moments.map((createdAt, place) => ({ sid: `SM${place}`, createdAt }));
const once = takenAt(0);
const leftAt = (moment: number) => ({ ...kept(), leftAt: new Map([["SM0", moment]]) });
const withoutEnd = whole.events.filter(({ event_type }) => event_type === "voice");
const tooLate = { text_state: "cancelled", text_state_reason: "expired", has_task: true };
const cancelled = { text_state: "cancelled", text_state_reason: "opt_out" };

it.each([
  ["a call that is kept as it was", told, kept(), once],
  ["a caller who stops after the text", stopped, kept(), once],
  ["a text that was on its way when its caller stopped", stopped, leftAt(STOPPED_AT - 1), takenAt(STOPPED_AT + 1)],
  ["a text that STOP called back", stopped, kept(cancelled), []],
  ["a text that was too late, for which a person calls", told, kept(tooLate), []],
])("finds nothing wrong with %s", (_what, call, found, texts) => {
  expect(reckonCall(call, found, texts)).toEqual([]);
});

it.each([
  ["I1: a lost webhook", told, { ...kept(), inbox: new Map() }, once],
  ["I1: a doubled entry of the ledger", told, { ...kept(), ledger: new Map([...kept().ledger, [key, 2]]) }, once],
  ["I2: a call that is not kept", told, { ...kept(), calls: new Map() }, []],
  ["I2: another state than the ledger's", told, kept({ missed_reason: "busy" }), once],
  ["I2: a reason where the ledger has none", told, kept({ events: withoutEnd, status: "ringing" }), once],
  ["I2: a call whose end was told and which nobody judges", told, kept({ missed: null, answered: null }), []],
  ["I3: two texts", told, kept(), takenAt(0, 1)],
  ["I3: two texts to a caller who stops", stopped, kept(), takenAt(0, 1)],
  ["I3: a text for no missed call, to a caller who stops", stopped, kept({ missed: false }), once],
  ["I4: no text", told, kept(), []],
  ["I4: no text, called back by a STOP that nobody said", told, kept(cancelled), []],
  ["I4: a text that was too late, for which nobody calls", told, kept({ ...tooLate, has_task: false }), []],
  ["I4: neither text nor reason", told, kept({ outcome: null, reason: null }), []],
  ["I5: a text that began to leave after STOP", stopped, leftAt(STOPPED_AT + 1), takenAt(STOPPED_AT + 2)],
  ["I5: a text long after STOP", stopped, leftAt(STOPPED_AT - 1), takenAt(STOPPED_AT + 30_001)],
])("finds %s", (what, call, found, texts) => {
  expect(reckonCall(call, found, texts).join(" ")).toContain(what.slice(0, 3));
});
