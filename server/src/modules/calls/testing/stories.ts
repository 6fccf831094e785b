import type { CallEvent } from "../fold.ts";

const BEGAN = Temporal.Instant.from("2026-03-03T16:00:00Z");
const CALL = { CallSid: "CA1", AccountSid: "AC1", From: "+15125550142", To: "+15125550100", Direction: "inbound" };
const LEG = {
  CallSid: "CA2",
  ParentCallSid: "CA1",
  From: "+15125550142",
  To: "+15125550101",
  Direction: "outbound-dial",
};

/** An event of the call itself. @param after seconds since the call came in. */
export function ofCall(after: number, event_type: string, said: Record<string, unknown>): CallEvent {
  return { event_type, occurred_at: BEGAN.add({ milliseconds: after * 1000 }), payload: { ...CALL, ...said } };
}

/** An event of the phone that was rung. */
export function ofLeg(after: number, event_type: string, said: Record<string, unknown>): CallEvent {
  return { event_type, occurred_at: BEGAN.add({ milliseconds: after * 1000 }), payload: { ...LEG, ...said } };
}

const arrival = ofCall(0, "voice", {
  CallStatus: "ringing",
  FromCity: "AUSTIN",
  ring_plan: { mode: "screened", ring_seconds: 20 },
});

export const answeredAfterScreening: readonly CallEvent[] = [
  arrival,
  ofLeg(1, "leg-status", { CallStatus: "ringing" }),
  ofLeg(6, "leg-status", { CallStatus: "in-progress" }),
  ofLeg(9, "whisper-result", { CallStatus: "in-progress", Digits: "1" }),
  ofCall(70, "dial-result", {
    CallStatus: "in-progress",
    DialCallStatus: "completed",
    DialBridged: "true",
    DialCallDuration: "61",
  }),
  ofCall(71, "call-status", { CallStatus: "completed", CallDuration: "62" }),
];

export const voicemailPickedUp: readonly CallEvent[] = [
  arrival,
  ofLeg(1, "leg-status", { CallStatus: "ringing" }),
  ofLeg(15, "whisper", { CallStatus: "in-progress" }),
  ofLeg(30, "leg-status", { CallStatus: "completed" }),
  ofCall(30, "dial-result", { CallStatus: "in-progress", DialCallStatus: "completed", DialBridged: "false" }),
  ofCall(42, "call-status", { CallStatus: "completed", CallDuration: "12" }),
];

export const hungUpWhileRinging: readonly CallEvent[] = [
  arrival,
  ofLeg(0.5, "leg-status", { CallStatus: "initiated" }),
  ofLeg(1, "leg-status", { CallStatus: "ringing" }),
  ofLeg(8, "leg-status", { CallStatus: "canceled" }),
  ofCall(8, "call-status", { CallStatus: "no-answer" }),
  ofCall(8, "call-status", { CallStatus: "completed", CallDuration: "0" }),
];
