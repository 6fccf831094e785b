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
const leg = (sid: string) => (after: number, topic: string, params: Record<string, string>) => ({
  after,
  topic,
  params: { LegSid: sid, ...params },
});
const phone = leg("1");
const otherPhone = leg("2");

const arrival = ofCall(0, "voice", { CallStatus: "ringing", FromCity: "AUSTIN" });
const retold = ofCall(1, "voice-fallback", { CallStatus: "ringing", FromCity: "AUSTIN", ErrorCode: "11200" });
const dialed = (after: number, DialCallStatus: string, more: Record<string, string> = {}) =>
  ofCall(after, "dial-result", { CallStatus: "in-progress", DialCallStatus, ...more });
const status = (after: number, CallStatus: string, more: Record<string, string> = {}) =>
  ofCall(after, "call-status", { CallStatus, ...more });
const connected = { DialBridged: "true", DialCallDuration: "12" };

export const CALL_KINDS: readonly CallKind[] = [
  {
    name: "answered by pressing 1",
    mode: "screened",
    end: "answered",
    reports: [
      arrival,
      phone(1, "leg-status", { CallStatus: "ringing" }),
      phone(6, "leg-status", { CallStatus: "in-progress" }),
      phone(9, "whisper-result", { CallStatus: "in-progress", Digits: "1" }),
      dialed(21, "completed", connected),
      status(22, "completed", { CallDuration: "22" }),
      phone(7, "whisper", { CallStatus: "in-progress" }),
    ],
  },
  {
    name: "answered without a question",
    mode: "unscreened",
    end: "answered",
    reports: [
      arrival,
      phone(1, "leg-status", { CallStatus: "initiated" }),
      phone(2, "leg-status", { CallStatus: "ringing" }),
      phone(6, "leg-status", { CallStatus: "in-progress" }),
      dialed(21, "completed", connected),
      status(22, "completed", { CallDuration: "22" }),
      phone(21, "leg-status", { CallStatus: "completed" }),
    ],
  },
  {
    name: "answered on the second phone",
    mode: "screened",
    end: "answered",
    reports: [
      arrival,
      phone(1, "leg-status", { CallStatus: "ringing" }),
      phone(8, "leg-status", { CallStatus: "no-answer" }),
      otherPhone(9, "leg-status", { CallStatus: "in-progress" }),
      otherPhone(11, "whisper-result", { CallStatus: "in-progress", Digits: "1" }),
      dialed(21, "completed", connected),
      status(22, "completed", { CallDuration: "22" }),
    ],
  },
  {
    name: "missed after ringing",
    mode: "screened",
    end: "no_answer",
    reports: [
      arrival,
      phone(1, "leg-status", { CallStatus: "initiated" }),
      phone(2, "leg-status", { CallStatus: "ringing" }),
      phone(21, "leg-status", { CallStatus: "no-answer" }),
      dialed(21, "no-answer"),
      status(26, "completed", { CallDuration: "5" }),
      retold,
    ],
  },
  {
    name: "declined",
    mode: "unscreened",
    end: "busy",
    reports: [
      arrival,
      phone(1, "leg-status", { CallStatus: "initiated" }),
      phone(2, "leg-status", { CallStatus: "ringing" }),
      phone(4, "leg-status", { CallStatus: "busy" }),
      dialed(4, "busy"),
      status(9, "completed", { CallDuration: "5" }),
      status(5, "in-progress"),
    ],
  },
  {
    name: "screened out: a voicemail picked up",
    mode: "screened",
    end: "not_accepted",
    reports: [
      arrival,
      phone(1, "leg-status", { CallStatus: "ringing" }),
      phone(12, "whisper", { CallStatus: "in-progress" }),
      phone(20, "leg-status", { CallStatus: "completed" }),
      dialed(20, "completed", { DialBridged: "false" }),
      status(25, "completed", { CallDuration: "5" }),
      phone(12, "leg-status", { CallStatus: "in-progress" }),
    ],
  },
  {
    name: "screened out: another key was pressed",
    mode: "screened",
    end: "not_accepted",
    reports: [
      arrival,
      phone(1, "leg-status", { CallStatus: "ringing" }),
      phone(5, "leg-status", { CallStatus: "in-progress" }),
      phone(8, "whisper-result", { CallStatus: "in-progress", Digits: "2" }),
      dialed(9, "completed", { DialBridged: "false" }),
      status(14, "completed", { CallDuration: "5" }),
      phone(6, "whisper", { CallStatus: "in-progress" }),
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
      status(9, "completed", { CallDuration: "7" }),
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
      status(9, "completed", { CallDuration: "7" }),
      status(9, "canceled"),
    ],
  },
  {
    name: "the caller hung up while it rang",
    mode: "screened",
    end: "caller_hung_up",
    reports: [
      arrival,
      phone(1, "leg-status", { CallStatus: "initiated" }),
      phone(2, "leg-status", { CallStatus: "ringing" }),
      phone(8, "leg-status", { CallStatus: "canceled" }),
      status(8, "no-answer"),
      status(8, "completed", { CallDuration: "0" }),
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
