import { z } from "zod";
import { id, instant, page, pageQuery } from "#platform/http/fields.ts";

export const LINE_TYPES = ["mobile", "landline", "voip", "tollFree", "unknown"] as const;
export type LineType = (typeof LINE_TYPES)[number];
export const LANGUAGES = ["en", "es"] as const;
export const ACTIVITY_TYPES = ["task", "meeting", "call", "email", "note", "follow_up"] as const;
export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;

export const contactResponse = z.object({
  id,
  kind: z.enum(["person", "company"]),
  name: z.string().nullable(),
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  company: z.string().nullable(),
  phone: z.string().nullable(),
  line_type: z.enum(LINE_TYPES),
  email: z.string().nullable(),
  language: z.enum(LANGUAGES),
  address: z.string().nullable(),
  address_unit: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  zip: z.string().nullable(),
  timezone: z.string().nullable(),
  access_notes: z.string().nullable(),
  equipment: z.string().nullable(),
  source: z.string(),
  do_not_contact: z.boolean(),
  last_contacted_at: instant.nullable(),
  created_at: instant,
});
export type Contact = z.output<typeof contactResponse>;

export const contactsQuery = pageQuery.extend({ q: z.string().trim().max(200).optional() });
export const contactsPage = page(contactResponse);

const text = (longest: number) => z.string().trim().max(longest).nullable().optional();

/** What may be changed. `name` is taken apart into first and last name; `undefined` leaves a field, `null` clears it. */
export const contactChange = z.strictObject({
  name: text(201),
  first_name: text(100),
  last_name: text(100),
  company: text(255),
  phone: z.string().trim().max(50).optional(),
  language: z.enum(LANGUAGES).optional(),
  address: text(500),
  address_unit: text(100),
  city: text(100),
  state: text(100),
  zip: text(20),
  access_notes: text(5000),
  equipment: text(5000),
  do_not_contact: z.boolean().optional(),
});

export const activityResponse = z.object({
  id,
  type: z.enum(ACTIVITY_TYPES),
  subject: z.string(),
  description: z.string().nullable(),
  priority: z.enum(PRIORITIES),
  contact_id: id.nullable(),
  contact_name: z.string().nullable(),
  customer_phone: z.string().nullable(),
  call_id: id.nullable(),
  conversation_id: id.nullable(),
  assigned_to: id.nullable(),
  due_at: instant.nullable(),
  done_at: instant.nullable(),
  created_at: instant,
});
export type Activity = z.output<typeof activityResponse>;

export const activitiesQuery = pageQuery.extend({
  done: z.stringbool().default(false),
  contact_id: id.optional(),
});
export const activitiesPage = page(activityResponse);
export const activityChange = z.strictObject({ done: z.boolean() });
