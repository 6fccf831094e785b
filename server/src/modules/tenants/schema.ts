import { z } from "zod";
import { id, money } from "#platform/http/fields.ts";

export const TRADES = ["plumbing", "electrical", "hvac", "locksmith", "garage_door", "clinic", "other"] as const;
export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 08:30");
const hours = z
  .strictObject({ open: time, close: time })
  .refine(({ open, close }) => open !== close, "must not open and close at the same time");

/** Local opening hours of each weekday; null is closed. A closing time before the opening time is after midnight. */
export const businessHours = z.strictObject({
  monday: hours.nullable(),
  tuesday: hours.nullable(),
  wednesday: hours.nullable(),
  thursday: hours.nullable(),
  friday: hours.nullable(),
  saturday: hours.nullable(),
  sunday: hours.nullable(),
});

export const holidays = z
  .array(z.strictObject({ date: z.iso.date(), name: z.string().trim().min(1).max(100) }))
  .max(100);

export const business = z.object({
  id,
  business_name: z.string(),
  business_address: z.string().nullable(),
  business_zip: z.string().nullable(),
  business_latitude: z.number().nullable(),
  business_longitude: z.number().nullable(),
  business_phone: z.string().nullable(),
  business_email: z.string().nullable(),
  website: z.string().nullable(),
  trade_type: z.enum(TRADES),
  timezone: z.string(),
  service_radius_miles: z.int(),
  allowed_zip_prefixes: z.array(z.string()),
});
export type Business = z.output<typeof business>;

export const settings = z.object({
  business_hours: businessHours,
  holidays,
  auto_response_enabled: z.boolean(),
  greeting_template: z.string(),
  after_hours_template: z.string(),
  holiday_template: z.string(),
  text_back_window_minutes: z.int(),
  text_back_max_age_minutes: z.int(),
  ai_enabled: z.boolean(),
  ai_takeover_delay_seconds: z.int(),
  ai_confidence_threshold: money,
  emergency_service_enabled: z.boolean(),
  emergency_after_hours: z.boolean(),
  emergency_phone: z.string().nullable(),
  emergency_multiplier_evening: money,
  emergency_multiplier_night: money,
  emergency_multiplier_weekend: money,
  max_jobs_per_day: z.int(),
  max_concurrent_jobs: z.int(),
  booking_advance_days: z.int(),
  cancellation_window_hours: z.int(),
  job_duration_minutes: z.int(),
  travel_buffer_minutes: z.int(),
  arrival_window_minutes: z.int(),
  reminder_hours_before: z.int(),
  base_hourly_rate: money,
  minimum_charge: money,
  travel_fee_enabled: z.boolean(),
  travel_fee_per_mile: money,
  diagnostic_fee: money,
  currency: z.string(),
});
export type Settings = z.output<typeof settings>;
