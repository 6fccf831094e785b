import type { Hook } from "../webhooks/webhook.ts";

/** Twilio: Call resource, `status`. */
export type CallStatus =
  | "queued"
  | "ringing"
  | "in-progress"
  | "completed"
  | "busy"
  | "failed"
  | "no-answer"
  | "canceled";

/** Twilio: StatusCallbackEvent; not the same set as the statuses. */
export const callEvents = ["initiated", "ringing", "answered", "completed"] as const;
export type CallEvent = (typeof callEvents)[number];

/** A call in the carrier's ledger. Times in ms since the epoch, of the carrier's own (possibly skewed) clock. */
export interface Call {
  sid: string;
  accountSid: string;
  parentCallSid: string | null;
  phoneNumberSid: string;
  direction: "inbound" | "outbound-api" | "outbound-dial";
  from: string;
  to: string;
  forwardedFrom: string | null;
  status: CallStatus;
  answeredBy: string | null;
  createdAt: number;
  updatedAt: number;
  startedAt: number | null;
  answeredAt: number | null;
  endedAt: number | null;
  /** Every state passed through, in order. */
  history: { event: CallEvent; status: CallStatus | "initiated"; at: number }[];
  statusCallback: (Hook & { events: readonly CallEvent[] }) | undefined;
  /** How many status callbacks were sent: the SequenceNumber of the next. */
  callbacksSent: number;
}

const finalStatuses: readonly CallStatus[] = ["completed", "busy", "failed", "no-answer", "canceled"];
export const isOver = (call: Call): boolean => finalStatuses.includes(call.status);

/** Seconds from answer to end, rounded up as a carrier bills them; 0 for a call that nobody answered. */
export const talkSeconds = (call: Call): number =>
  call.answeredAt === null || call.endedAt === null ? 0 : Math.ceil((call.endedAt - call.answeredAt) / 1_000);
