import { type Appointment, findFreeSlots, type Slot } from "#scheduling";
import { type Business, businessHours, type Settings } from "#tenants";
import type { Dialogue } from "../../../simulation/dialogue.ts";
import type { SlotLookup } from "../find-times.ts";
import type { Facts } from "../load-world.ts";
import type { OfferedSlot } from "../policy/session.ts";

export const VANS = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"] as const;
const VISIT = "00000000-0000-7000-8000-00000000000a";

/** What a business has that never touched its settings. */
export const USUAL_SETTINGS: Omit<Settings, "business_hours" | "holidays"> = {
  auto_response_enabled: true,
  greeting_template: "Hi, this is {{business_name}}.",
  after_hours_template: "Hi, this is {{business_name}}.",
  holiday_template: "Hi, this is {{business_name}}.",
  text_back_window_minutes: 30,
  text_back_max_age_minutes: 10,
  ai_enabled: true,
  ai_takeover_delay_seconds: 60,
  ai_confidence_threshold: "0.50",
  emergency_service_enabled: false,
  emergency_after_hours: false,
  emergency_phone: null,
  emergency_multiplier_evening: "2.25",
  emergency_multiplier_night: "2.75",
  emergency_multiplier_weekend: "2.00",
  max_jobs_per_day: 20,
  max_concurrent_jobs: 3,
  booking_advance_days: 30,
  cancellation_window_hours: 24,
  job_duration_minutes: 120,
  travel_buffer_minutes: 30,
  arrival_window_minutes: 120,
  reminder_hours_before: 24,
  base_hourly_rate: "85.00",
  minimum_charge: "150.00",
  travel_fee_enabled: true,
  travel_fee_per_mile: "2.50",
  diagnostic_fee: "75.00",
  currency: "USD",
};

const TRADES = ["plumbing", "electrical", "hvac", "locksmith", "garage_door", "clinic"] as const;
const CLOSED = {
  monday: null,
  tuesday: null,
  wednesday: null,
  thursday: null,
  friday: null,
  saturday: null,
  sunday: null,
};

/** A business that stands still in memory, with one customer and the real search for free times. */
export type House = {
  facts: Facts;
  lookup: SlotLookup;
  book(slot: OfferedSlot): void;
  cancel(): void;
};

export function openHouse({ business, trade }: Dialogue, change: Partial<Settings> = {}): House {
  const now = Temporal.Instant.from(business.now);
  const holidays = (business.holidays ?? []).map((day) =>
    typeof day === "string" ? { date: day, name: "Holiday" } : { date: day.date, name: day.name ?? "Holiday" },
  );
  const settings: Settings = {
    ...USUAL_SETTINGS,
    business_hours: businessHours.parse({ ...CLOSED, ...business.hours }),
    holidays,
    ...change,
  };
  const facts: Facts = { now, business: businessOf(business, trade), settings, upcoming: null, canAlert: true };
  const busy: { resource_id: string; start: Temporal.Instant; blocked_until: Temporal.Instant }[] = [];
  return {
    facts,
    async lookup({ from = now, durationMinutes = settings.job_duration_minutes, ...query }) {
      const calendar = { rules: settings, timezone: business.zone, resources: VANS, busy };
      const to = now.add({ hours: 24 * settings.booking_advance_days });
      return findFreeSlots(calendar, { now, from, to, durationMinutes, ...query });
    },
    book(slot) {
      this.cancel();
      const { start, end, window_start, window_end, resource_id } = momentsOf(slot);
      busy.push({ resource_id, start, blocked_until: end.add({ minutes: settings.travel_buffer_minutes }) });
      const status: Appointment["status"] = "scheduled";
      facts.upcoming = { id: VISIT, window_start, window_end, status, reminder_sent_at: null };
    },
    cancel() {
      busy.length = 0;
      facts.upcoming = null;
    },
  };
}

function businessOf(business: Dialogue["business"], trade: string): Business {
  return {
    id: VISIT,
    business_name: business.name,
    business_address: null,
    business_zip: business.zip,
    business_latitude: null,
    business_longitude: null,
    business_phone: "+15125550100",
    business_email: null,
    website: null,
    trade_type: TRADES.find((known) => known === trade) ?? "other",
    timezone: business.zone,
    service_radius_miles: Math.round(business.radius_miles),
    allowed_zip_prefixes: [],
  };
}

function momentsOf(slot: OfferedSlot): Slot {
  const { start, end, window_start, window_end, resource_id } = slot;
  return {
    resource_id,
    start: Temporal.Instant.from(start),
    end: Temporal.Instant.from(end),
    window_start: Temporal.Instant.from(window_start),
    window_end: Temporal.Instant.from(window_end),
  };
}
