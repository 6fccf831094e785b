import { z } from "zod";
import { defineEvent } from "#platform/events.ts";
import { id, instant, money, page, pageQuery } from "#platform/http/fields.ts";

export const LEAD_STATUSES = ["new", "contacted", "qualified", "quoted", "scheduled", "converted", "lost"] as const;
export const URGENCY_LEVELS = ["low", "normal", "high", "emergency"] as const;

const announced = z.object({ lead_id: id, conversation_id: id.nullable(), status: z.enum(LEAD_STATUSES) });
export const leadCreated = defineEvent("lead.created", 1, announced);
export const leadChanged = defineEvent("lead.changed", 1, announced);

export const leadResponse = z.object({
  id,
  contact_id: id,
  contact_name: z.string().nullable(),
  customer_phone: z.string().nullable(),
  conversation_id: id.nullable(),
  call_id: id.nullable(),
  appointment_id: id.nullable(),
  source: z.string(),
  problem_description: z.string().nullable(),
  job_type: z.string().nullable(),
  urgency_level: z.enum(URGENCY_LEVELS),
  estimated_value: money.nullable(),
  currency: z.string(),
  status: z.enum(LEAD_STATUSES),
  status_notes: z.string().nullable(),
  address: z.string().nullable(),
  zip: z.string().nullable(),
  lost_reason: z.string().nullable(),
  created_at: instant,
  updated_at: instant,
});
export type LeadResponse = z.output<typeof leadResponse>;

export const leadsQuery = pageQuery.extend({
  status: z.enum(LEAD_STATUSES).optional(),
  q: z.string().trim().max(200).optional(),
});
export const leadsPage = page(leadResponse);

export const leadChange = z.strictObject({
  status: z.enum(LEAD_STATUSES).optional(),
  status_notes: z.string().trim().max(5000).nullable().optional(),
  lost_reason: z.string().trim().max(500).nullable().optional(),
  urgency_level: z.enum(URGENCY_LEVELS).optional(),
  estimated_value: money.nullable().optional(),
  problem_description: z.string().trim().max(5000).optional(),
  job_type: z.string().trim().max(100).nullable().optional(),
});
