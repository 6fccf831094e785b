import { z } from "zod";
import { id, money, phone } from "#platform/http/fields.ts";
import { placeholderProblem, type TemplateName } from "./template.ts";

export const TRADES = ["plumbing", "electrical", "hvac", "locksmith", "garage_door", "clinic", "other"] as const;
export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 08:30");
const hours = z.strictObject({ open: time, close: time });

/**
 * Local opening hours of each weekday; null is closed. A closing time that is not after the opening time is on the next
 * day: 18:00 to 02:00 is an evening, 00:00 to 00:00 around the clock.
 */
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
  .max(100)
  .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, "must not name a date twice");

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

const range = (low: number, high: number) => z.int().min(low).max(high);
const rate = z.string().regex(/^\d{1,6}(\.\d{1,2})?$/, "must be an amount such as 85 or 2.50");
const factor = z.string().regex(/^[1-9](\.\d{1,2})?$/, "must be a factor from 1 to 9.99");
const share = z.string().regex(/^(0(\.\d{1,2})?|1(\.00?)?)$/, "must be a share from 0 to 1");

/** A greeting that cannot reach a customer with a hole or a riddle in it. */
const template = (name: TemplateName) =>
  z
    .string()
    .min(10)
    .max(500)
    .check(({ value, issues }) => {
      const problem = placeholderProblem(name, value);
      if (problem !== null) issues.push({ code: "custom", message: problem, input: value });
    });
const timezone = z
  .string()
  .refine(
    (zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC",
    "must be an IANA time zone such as America/Chicago",
  );

export const businessChange = z
  .strictObject({
    business_name: z.string().trim().min(1).max(255),
    business_address: z.string().trim().max(500).nullable(),
    business_zip: z
      .string()
      .regex(/^\d{5}$/, "must be a five-digit ZIP code")
      .nullable(),
    business_phone: phone.nullable(),
    business_email: z.email().nullable(),
    website: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable(),
    trade_type: z.enum(TRADES),
    timezone,
    service_radius_miles: range(1, 500),
    allowed_zip_prefixes: z.array(z.string().regex(/^\d{1,5}$/)).max(200),
  })
  .partial();

export const settingsChange = z
  .strictObject({
    business_hours: businessHours,
    holidays,
    auto_response_enabled: z.boolean(),
    greeting_template: template("greeting_template"),
    after_hours_template: template("after_hours_template"),
    holiday_template: template("holiday_template"),
    text_back_window_minutes: range(1, 1440),
    text_back_max_age_minutes: range(1, 1440),
    ai_enabled: z.boolean(),
    ai_takeover_delay_seconds: range(60, 1800),
    ai_confidence_threshold: share,
    emergency_service_enabled: z.boolean(),
    emergency_after_hours: z.boolean(),
    emergency_phone: phone.nullable(),
    emergency_multiplier_evening: factor,
    emergency_multiplier_night: factor,
    emergency_multiplier_weekend: factor,
    max_jobs_per_day: range(1, 1000),
    max_concurrent_jobs: range(1, 200),
    booking_advance_days: range(1, 365),
    cancellation_window_hours: range(0, 336),
    job_duration_minutes: range(15, 720),
    travel_buffer_minutes: range(0, 240),
    arrival_window_minutes: range(0, 480),
    reminder_hours_before: range(1, 168),
    base_hourly_rate: rate,
    minimum_charge: rate,
    travel_fee_enabled: z.boolean(),
    travel_fee_per_mile: rate,
    diagnostic_fee: rate,
  })
  .partial();

export type BusinessChange = z.output<typeof businessChange>;
export type SettingsChange = z.output<typeof settingsChange>;

/** Templates that are not saved yet; those left out are the saved ones. */
export const previewRequest = settingsChange.pick({
  greeting_template: true,
  after_hours_template: true,
  holiday_template: true,
});

export const previewResponse = z.object({ during_hours: z.string(), after_hours: z.string(), holiday: z.string() });
