import { z } from "zod";
import { defineEvent } from "#platform/events.ts";
import { id, instant, money } from "#platform/http/fields.ts";

export const APPOINTMENT_STATUSES = [
  "scheduled",
  "confirmed",
  "en_route",
  "in_progress",
  "completed",
  "cancelled",
  "no_show",
] as const;

const announced = z.object({ appointment_id: id, conversation_id: id.nullable(), lead_id: id.nullable() });
export const appointmentBooked = defineEvent("appointment.booked", 1, announced);
export const appointmentRescheduled = defineEvent("appointment.rescheduled", 1, announced);
export const appointmentCancelled = defineEvent("appointment.cancelled", 1, announced);

/** A time that can really be had: the visit, when the customer is told to expect somebody, and who would come. */
export type Slot = {
  start: Temporal.Instant;
  end: Temporal.Instant;
  window_start: Temporal.Instant;
  window_end: Temporal.Instant;
  resource_id: string;
};

export const slotResponse = z.object({
  start: instant,
  end: instant,
  window_start: instant,
  window_end: instant,
  resource_id: id,
});

export const appointmentResponse = z.object({
  id,
  scheduled_start: instant,
  scheduled_end: instant,
  window_start: instant,
  window_end: instant,
  timezone: z.string(),
  service_type: z.string(),
  problem_description: z.string().nullable(),
  address: z.string().nullable(),
  zip: z.string().nullable(),
  status: z.enum(APPOINTMENT_STATUSES),
  booked_by: z.enum(["ai", "person", "customer"]),
  resource: z.object({ id, name: z.string() }),
  contact: z.object({ id, name: z.string().nullable(), phone: z.string().nullable() }),
  assigned_user_id: id.nullable(),
  conversation_id: id.nullable(),
  lead_id: id.nullable(),
  estimated_cost_min: money.nullable(),
  estimated_cost_max: money.nullable(),
  currency: z.string(),
  cancellation_reason: z.string().nullable(),
  confirmed_at: instant.nullable(),
  reminder_sent_at: instant.nullable(),
  version: z.int(),
});
export type AppointmentResponse = z.output<typeof appointmentResponse>;

export const appointmentsQuery = z.object({ from: instant, to: instant, contact_id: id.optional() });

export const availabilityQuery = z.object({
  from: instant.optional(),
  to: instant.optional(),
  duration_minutes: z.coerce.number().int().min(15).max(720).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const newAppointment = z.strictObject({
  contact_id: id,
  conversation_id: id.optional(),
  resource_id: id.optional(),
  scheduled_start: instant,
  duration_minutes: z.int().min(15).max(720).optional(),
  service_type: z.string().trim().min(1).max(100),
  problem_description: z.string().trim().max(2000).optional(),
  address: z.string().trim().max(500).optional(),
});

export const newTime = z.strictObject({ scheduled_start: instant, resource_id: id.optional() });
export const cancellation = z.strictObject({ reason: z.string().trim().min(1).max(500) });
export const appointmentChange = z.strictObject({
  status: z.enum(["scheduled", "confirmed", "en_route", "in_progress", "completed", "no_show"]),
});
