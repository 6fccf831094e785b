import { z } from "zod";
import { defineEvent } from "#platform/events.ts";
import { id, instant, page, pageQuery } from "#platform/http/fields.ts";
import { PRIORITIES, STATUSES } from "./conversation.ts";
import { MESSAGE_STATUSES, SENDERS } from "./messages.ts";

export const messageReceived = defineEvent(
  "message.received",
  1,
  z.object({
    message_id: id,
    conversation_id: id,
    customer_phone: z.string(),
    body: z.string(),
    media_count: z.int(),
    opt_out: z.enum(["stop", "start", "help", "none"]),
    /** Of a text that was found late; without, it just came. */
    written_at: z.iso.datetime({ offset: true }).optional(),
  }),
);
export const conversationOpened = defineEvent(
  "conversation.opened",
  1,
  z.object({ conversation_id: id, call_id: id.nullable() }),
);
export const conversationTakenOver = defineEvent(
  "conversation.taken_over",
  1,
  z.object({ conversation_id: id, user_id: id }),
);
export const conversationHandedBack = defineEvent("conversation.handed_back", 1, z.object({ conversation_id: id }));
export const conversationHandedOver = defineEvent(
  "conversation.handed_over",
  1,
  z.object({ conversation_id: id, reason: z.string(), urgent: z.boolean() }),
);

export const VIEWS = ["waiting", "mine", "all", "resolved"] as const;
export const conversationsQuery = pageQuery.extend({
  view: z.enum(VIEWS).default("all"),
  q: z.string().trim().max(200).optional(),
});
export type ConversationsQuery = z.output<typeof conversationsQuery>;

const direction = z.enum(["inbound", "outbound"]);

const row = z.object({
  id,
  customer_phone: z.string(),
  customer_name: z.string().nullable(),
  contact_id: id.nullable(),
  status: z.enum(STATUSES),
  priority: z.enum(PRIORITIES),
  channel: z.string(),
  tags: z.array(z.string()),
  unread_count: z.int(),
  assigned_to: id.nullable(),
  waiting_since: instant.nullable(),
  last_message: z
    .object({
      body: z.string(),
      direction,
      sender: z.enum(SENDERS),
      status: z.enum(MESSAGE_STATUSES),
      created_at: instant,
      media_count: z.int(),
    })
    .nullable(),
  owner: z.object({ kind: z.enum(["ai", "person", "none"]), user_id: id.nullable(), name: z.string().nullable() }),
  last_message_time: instant.nullable(),
});
export type ConversationRow = z.output<typeof row>;
export const conversationsPage = page(row);

export const conversationResponse = row.extend({
  business_phone: z.string(),
  language: z.enum(["en", "es"]),
  ownership_token: z.int(),
  ai_active: z.boolean(),
  human_active: z.boolean(),
  handover_reason: z.string().nullable(),
  outcome: z.string().nullable(),
  opted_out: z.boolean(),
  contact: z
    .object({
      id,
      name: z.string().nullable(),
      phone: z.string().nullable(),
      line_type: z.string(),
      email: z.string().nullable(),
      language: z.string(),
      address: z.string().nullable(),
      address_unit: z.string().nullable(),
      city: z.string().nullable(),
      state: z.string().nullable(),
      zip: z.string().nullable(),
      access_notes: z.string().nullable(),
      equipment: z.string().nullable(),
      do_not_contact: z.boolean(),
      created_at: instant,
    })
    .nullable(),
  next_appointment: z
    .object({
      id,
      status: z.string(),
      service_type: z.string(),
      address: z.string().nullable(),
      timezone: z.string(),
      scheduled_start: instant,
      scheduled_end: instant,
      window_start: instant,
      window_end: instant,
    })
    .nullable(),
  lead: z
    .object({
      id,
      status: z.string(),
      problem_description: z.string().nullable(),
      job_type: z.string().nullable(),
      urgency_level: z.string(),
      estimated_value: z.string().nullable(),
      created_at: instant,
    })
    .nullable(),
});
export type ConversationResponse = z.output<typeof conversationResponse>;

export const messageItem = z.object({
  kind: z.literal("message"),
  id,
  at: instant,
  direction,
  sender: z.enum(SENDERS),
  sender_name: z.string().nullable(),
  body: z.string(),
  media: z.array(z.object({ url: z.string(), content_type: z.string(), state: z.string() })),
  status: z.enum(MESSAGE_STATUSES),
  error_code: z.int().nullable(),
  error_sentence: z.string().nullable(),
  ai_generated: z.boolean(),
  decision_id: id.nullable(),
});
export type MessageItem = z.output<typeof messageItem>;

export const timelineItem = z.discriminatedUnion("kind", [
  messageItem,
  z.object({
    kind: z.literal("call"),
    id,
    at: instant,
    direction,
    status: z.string(),
    missed: z.boolean().nullable(),
    missed_reason: z.string().nullable(),
    duration_seconds: z.int().nullable(),
  }),
  z.object({ kind: z.literal("note"), id, at: instant, author_name: z.string(), body: z.string() }),
  z.object({
    kind: z.literal("appointment"),
    id,
    at: instant,
    status: z.string(),
    scheduled_start: instant,
    scheduled_end: instant,
    service_type: z.string(),
  }),
  z.object({ kind: z.literal("event"), id, at: instant, event_type: z.string(), sentence: z.string() }),
]);
export type TimelineItem = z.output<typeof timelineItem>;
export const timelinePage = page(timelineItem);

const words = z.string().trim().min(1).max(1600);
export const newMessage = z.strictObject({ body: words });
export const newConversation = z.strictObject({ phone: z.string().trim().min(1).max(50), body: words });
export const newNote = z.strictObject({ body: z.string().trim().min(1).max(10_000) });
export const conversationChange = z.strictObject({
  status: z.enum(["active", "resolved", "closed"]).optional(),
  priority: z.enum(PRIORITIES).optional(),
  assigned_to: id.nullable().optional(),
  tags: z.array(z.string().trim().min(1).max(50)).max(50).optional(),
});
export type ConversationChange = z.output<typeof conversationChange>;

export const searchQuery = z.object({
  q: z.string().trim().min(2).max(200),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const searchHit = z.object({
  kind: z.enum(["conversation", "message", "contact", "lead", "appointment"]),
  id,
  conversation_id: id.nullable(),
  title: z.string(),
  snippet: z.string(),
  at: instant,
});
export type SearchHit = z.output<typeof searchHit>;
