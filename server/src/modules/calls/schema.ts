import { z } from "zod";
import { defineEvent } from "#platform/events.ts";
import { id, instant, page, pageQuery } from "#platform/http/fields.ts";
import { MISSED_REASONS } from "./missed.ts";

/** As published: moments are ISO 8601 strings. */
const moment = z.iso.datetime({ offset: true });

export const callStarted = defineEvent(
  "call.started",
  1,
  z.object({ call_id: id, customer_phone: z.string().nullable(), phone_number_id: id, started_at: moment }),
);
export const callAnswered = defineEvent("call.answered", 1, z.object({ call_id: id }));
export const callMissed = defineEvent(
  "call.missed",
  1,
  z.object({
    call_id: id,
    customer_phone: z.string().nullable(),
    phone_number_id: id,
    reason: z.enum(MISSED_REASONS),
    missed_at: moment,
  }),
);
export const callEnded = defineEvent("call.ended", 1, z.object({ call_id: id }));

const textBack = z.object({
  outcome: z.enum(["texted", "not_texted", "task_created"]),
  reason_sentence: z.string(),
  /** From the moment the call was missed until the carrier had the text. */
  seconds_to_text: z.number().nullable(),
});

export const callResponse = z.object({
  id,
  direction: z.enum(["inbound", "outbound"]),
  customer_phone: z.string().nullable(),
  /** As the carrier sent it: the word that stands for a withheld number, too. */
  caller_phone: z.string(),
  called_phone: z.string(),
  contact_id: id.nullable(),
  contact_name: z.string().nullable(),
  caller_name: z.string().nullable(),
  caller_city: z.string().nullable(),
  caller_state: z.string().nullable(),
  call_status: z.string(),
  answered: z.boolean().nullable(),
  missed: z.boolean().nullable(),
  missed_reason: z.string().nullable(),
  missed_at: instant.nullable(),
  started_at: instant,
  answered_at: instant.nullable(),
  ended_at: instant.nullable(),
  duration_seconds: z.int().nullable(),
  is_final: z.boolean(),
  conversation_id: id.nullable(),
  text_back: textBack.nullable(),
});
export type CallResponse = z.output<typeof callResponse>;

export const callsQuery = pageQuery.extend({
  status: z.string().trim().max(20).optional(),
  missed: z.stringbool().optional(),
});
export const callsPage = page(callResponse);

/** Which way a call stands on the board. */
export const BOARD_STATES = ["ringing", "talking", "missed"] as const;

export const liveCall = z.object({
  id,
  state: z.enum(BOARD_STATES),
  customer_phone: z.string().nullable(),
  caller_city: z.string().nullable(),
  caller_state: z.string().nullable(),
  contact: z.object({ id, name: z.string().nullable() }).nullable(),
  last_appointment: z.object({ id, scheduled_start: instant, service_type: z.string(), status: z.string() }).nullable(),
  started_at: instant,
  answered_at: instant.nullable(),
  ended_at: instant.nullable(),
  conversation_id: id.nullable(),
  text_back: textBack.nullable(),
});
export type LiveCall = z.output<typeof liveCall>;
export const liveCalls = z.object({ data: z.array(liveCall) });

export const participant = z.object({
  phone_number: z.string(),
  participant_type: z.enum(["caller", "callee", "agent", "ai-assistant"]),
  status: z.string(),
  answered_by: z.string().nullable(),
  joined_at: instant.nullable(),
  left_at: instant.nullable(),
});
export const callDetail = callResponse.extend({ participants: z.array(participant) });
export type CallDetail = z.output<typeof callDetail>;

/** Today in the business's own time zone. */
export const callsSummary = z.object({
  today: z.int(),
  missed_today: z.int(),
  texted_today: z.int(),
  booked_today: z.int(),
});
export type CallsSummary = z.output<typeof callsSummary>;
