import type { CallEvent } from "../../../../server/src/modules/calls/fold.ts";
import type { MissedReason } from "../../../../server/src/modules/calls/index.ts";
import type { RingPlan } from "../../../../server/src/modules/calls/ring-plan.ts";

/** One webhook of a call. @property after seconds since the call came in. */
export type Report = { after: number; topic: string; params: Record<string, string> };

/** A call as the carrier tells it in seven webhooks; the first six tell it already. */
export type CallKind = {
  name: string;
  /** What is done with calls to the number. */
  mode: RingPlan["mode"];
  reports: readonly Report[];
  /** What it comes to. */
  end: "answered" | MissedReason;
};

const ofCall = (after: number, topic: string, params: Record<string, string>): Report => ({ after, topic, params });
/** Of a phone that the call rang, the first unless told. */
const ofLeg = (after: number, topic: string, params: Record<string, string>, LegSid = "1"): Report =>
  ofCall(after, topic, { LegSid, ...params });
const rang = (after: number, CallStatus: string, leg?: string) => ofLeg(after, "leg-status", { CallStatus }, leg);
const asked = (after: number) => ofLeg(after, "whisper", { CallStatus: "in-progress" });
const pressed = (after: number, Digits: string, leg?: string) =>
  ofLeg(after, "whisper-result", { CallStatus: "in-progress", Digits }, leg);

const arrival = ofCall(0, "voice", { CallStatus: "ringing", FromCity: "AUSTIN" });
const retold = ofCall(1, "voice-fallback", { CallStatus: "ringing", FromCity: "AUSTIN", ErrorCode: "11200" });
const dialed = (after: number, DialCallStatus: string, more: Record<string, string> = {}) =>
  ofCall(after, "dial-result", { CallStatus: "in-progress", DialCallStatus, ...more });
const status = (after: number, CallStatus: string) => ofCall(after, "call-status", { CallStatus });
const ended = (after: number, CallDuration: string) =>
  ofCall(after, "call-status", { CallStatus: "completed", CallDuration });
const connected = (after: number) => dialed(after, "completed", { DialBridged: "true", DialCallDuration: "12" });
const notConnected = (after: number) => dialed(after, "completed", { DialBridged: "false" });

export const CALL_KINDS: readonly CallKind[] = [
  {
    name: "answered by pressing 1",
    mode: "screened",
    end: "answered",
    reports: [
      arrival,
      rang(1, "ringing"),
      rang(6, "in-progress"),
      pressed(9, "1"),
      connected(21),
      ended(22, "22"),
      asked(7),
    ],
  },
  {
    name: "answered without a question",
    mode: "unscreened",
    end: "answered",
    reports: [
      arrival,
      rang(1, "initiated"),
      rang(2, "ringing"),
      rang(6, "in-progress"),
      connected(21),
      ended(22, "22"),
      rang(21, "completed"),
    ],
  },
  {
    name: "answered on the second phone",
    mode: "screened",
    end: "answered",
    reports: [
      arrival,
      rang(1, "ringing"),
      rang(8, "no-answer"),
      rang(9, "in-progress", "2"),
      pressed(11, "1", "2"),
      connected(21),
      ended(22, "22"),
    ],
  },
  {
    name: "missed after ringing",
    mode: "screened",
    end: "no_answer",
    reports: [
      arrival,
      rang(1, "initiated"),
      rang(2, "ringing"),
      rang(21, "no-answer"),
      dialed(21, "no-answer"),
      ended(26, "5"),
      retold,
    ],
  },
  {
    name: "declined",
    mode: "unscreened",
    end: "busy",
    reports: [
      arrival,
      rang(1, "initiated"),
      rang(2, "ringing"),
      rang(4, "busy"),
      dialed(4, "busy"),
      ended(9, "5"),
      status(5, "in-progress"),
    ],
  },
  {
    name: "screened out: a voicemail picked up",
    mode: "screened",
    end: "not_accepted",
    reports: [
      arrival,
      rang(1, "ringing"),
      asked(12),
      rang(20, "completed"),
      notConnected(20),
      ended(25, "5"),
      rang(12, "in-progress"),
    ],
  },
  {
    name: "screened out: another key was pressed",
    mode: "screened",
    end: "not_accepted",
    reports: [
      arrival,
      rang(1, "ringing"),
      rang(5, "in-progress"),
      pressed(8, "2"),
      notConnected(9),
      ended(14, "5"),
      asked(6),
    ],
  },
  {
    name: "forwarded: missed on arrival",
    mode: "forwarded",
    end: "forwarded",
    reports: [
      arrival,
      retold,
      status(0, "queued"),
      status(1, "ringing"),
      status(2, "in-progress"),
      ended(9, "7"),
      status(9, "no-answer"),
    ],
  },
  {
    name: "nobody to ring: missed on arrival",
    mode: "nobody",
    end: "nobody_to_ring",
    reports: [
      arrival,
      retold,
      status(0, "queued"),
      status(1, "ringing"),
      status(2, "in-progress"),
      ended(9, "7"),
      status(9, "canceled"),
    ],
  },
  {
    name: "the caller hung up while it rang",
    mode: "screened",
    end: "caller_hung_up",
    reports: [
      arrival,
      rang(1, "initiated"),
      rang(2, "ringing"),
      rang(8, "canceled"),
      status(8, "no-answer"),
      ended(8, "0"),
      status(3, "ringing"),
    ],
  },
];

const CALL = { CallSid: "CA1", From: "+15125550142", To: "+15125550100", Direction: "inbound" };
const LEG = { ParentCallSid: "CA1", From: "+15125550142", To: "+15125550101", Direction: "outbound-dial" };

/** A call and how the carrier names it. */
export type CallName = { callSid: string; from: string; to: string };

/** The fields of a webhook as the carrier posts them. @param began when the call came in. */
export function paramsOf({ params, after }: Report, call: CallName, began: Temporal.Instant): Record<string, string> {
  const { LegSid, ...said } = params;
  const Timestamp = new Date(began.add({ seconds: after }).epochMilliseconds).toUTCString();
  const about =
    LegSid === undefined
      ? { ...CALL, CallSid: call.callSid, To: call.to, Called: call.to }
      : { ...LEG, ParentCallSid: call.callSid, CallSid: `${call.callSid.slice(0, -1)}${LegSid}` };
  return { ...about, From: call.from, Caller: call.from, Timestamp, ...said };
}

/** A webhook as the ledger keeps it. */
export function eventOf(report: Report, mode: RingPlan["mode"], began: Temporal.Instant): CallEvent {
  const call = { callSid: CALL.CallSid, from: CALL.From, to: CALL.To };
  const isArrival = report.topic.startsWith("voice");
  const ring_plan = { mode, ring_seconds: mode === "screened" || mode === "unscreened" ? 20 : 0 };
  return {
    event_type: report.topic,
    occurred_at: began.add({ seconds: report.after }),
    payload: { ...paramsOf(report, call, began), ...(isArrival ? { ring_plan } : {}) },
  };
}
