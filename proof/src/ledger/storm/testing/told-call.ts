import { CALL_KINDS, eventOf } from "../../order/calls.ts";
import type { ToldCall } from "../reckoning.ts";

const BEGAN = Temporal.Instant.from("2026-03-03T16:00:00Z");

/** A missed call of which everything was accepted, and its ledger. */
export function toldCall() {
  const kind = CALL_KINDS.find(({ end }) => end === "no_answer");
  if (kind === undefined) throw new Error("There is no such kind of call.");
  const deliveries = kind.reports.map(({ topic }, place) => ({
    key: `${topic}:${place}`,
    afterMs: 0,
    webhook: { path: "", headers: {}, body: "" },
  }));
  const line = { tenantId: "", numberId: "", phoneNumber: "", accountSid: "", authToken: "", hookToken: "" };
  const call: ToldCall = {
    place: 0,
    callSid: "CA1",
    from: "+15125550142",
    line,
    kind,
    deliveries,
    stops: false,
    stoppedAt: null,
    accepted: new Set(deliveries.map(({ key }) => key)),
  };
  const events = kind.reports.map((report) => {
    const { occurred_at, ...event } = eventOf(report, kind.mode, BEGAN);
    return { ...event, occurred_at: occurred_at.toString() };
  });
  return { ...call, events };
}
