import type { Conversation } from "#conversations";
import { getNumber } from "#numbers";
import type { Scope } from "#platform/scope.ts";
import { type Appointment, findSlots, upcomingAppointment } from "#scheduling";
import { type Business, getBusiness, getSettings, type Settings } from "#tenants";
import { phoneOnDuty } from "./alert-owner.ts";
import { findTimes, type SlotLookup } from "./find-times.ts";
import { absorb } from "./policy/absorb.ts";
import type { Heard } from "./policy/heard.ts";
import { arrangesNewVisit, type Session } from "./policy/session.ts";
import { limits } from "./policy/wish.ts";
import type { World } from "./policy/world.ts";
import { estimate, type Job } from "./tools/estimate.ts";
import { hoursInWords } from "./tools/hours-in-words.ts";
import type { RateTime } from "./tools/rate-time.ts";
import { serviceArea } from "./tools/service-area.ts";
import { serviceFor } from "./tools/services.ts";
import { tradeOf } from "./tools/trade.ts";
import { whyNot } from "./tools/why-not.ts";

/** Asks every tool what a turn may need: nothing is said that is not in here. */
export async function loadWorld(
  scope: Scope,
  before: Session,
  heard: Heard,
  conversation: Conversation,
): Promise<World> {
  const business = await getBusiness(scope);
  const settings = await getSettings(scope);
  const number = await getNumber(scope, conversation.phone_number_id);
  const { contact_id } = conversation;
  const upcoming = contact_id === null ? null : await upcomingAppointment(scope, contact_id);
  const canAlert = phoneOnDuty(settings, number) !== null;
  const facts: Facts = { now: scope.now(), business, settings, upcoming, canAlert };
  const session = absorb(before, heard, upcomingOf(facts));
  // A visit that may be moved does not stand in its own way.
  const except = upcoming === null || arrangesNewVisit(session) ? {} : { except: upcoming.id };
  return worldOf(facts, session, (query) => findSlots(scope, { ...query, ...except }));
}

/** What the house knows, apart from the calendar. */
export type Facts = {
  now: Temporal.Instant;
  business: Business;
  settings: Settings;
  upcoming: Pick<Appointment, "id" | "window_start" | "window_end" | "status" | "reminder_sent_at"> | null;
  canAlert: boolean;
};

/** The world of a turn, from what the house knows and its calendar. */
export async function worldOf(facts: Facts, session: Session, lookup: SlotLookup): Promise<World> {
  const { now, business, settings, canAlert } = facts;
  const { timezone } = business;
  const { area, miles } = areaOf(business, session);
  const { hours } = serviceFor(session.problem ?? "", tradeOf(session, { business: { trade: business.trade_type } }));
  const times = await findTimes(session, { settings, timezone, fewestHours: hours.low }, lookup);
  const isRefused = limits(session.wish) && times.fitting.length === 0;
  return {
    now,
    timezone,
    business: { name: business.business_name, trade: business.trade_type, phone: business.business_phone ?? "" },
    hoursInWords: hoursInWords(settings.business_hours, session.language),
    serviceRadiusMiles: business.service_radius_miles,
    bookingAdvanceDays: settings.booking_advance_days,
    area,
    ...times,
    unavailable:
      isRefused && session.wish !== null ? whyNot(session.wish, settings, now.toZonedDateTimeISO(timezone)) : null,
    estimates: estimatesFor(settings, { hours, miles }),
    canAlert,
    upcoming: upcomingOf(facts),
    confidenceThreshold: Number(settings.ai_confidence_threshold),
  };
}

function areaOf(business: Business, session: Session): ReturnType<typeof serviceArea> {
  if (session.address === null) return { area: "unknown", miles: null };
  const { business_zip: zip, service_radius_miles: radiusMiles, allowed_zip_prefixes: allowedPrefixes } = business;
  return serviceArea({ zip, radiusMiles, allowedPrefixes, zipWasAsked: session.zip_asked }, session.address);
}

function estimatesFor(settings: Settings, job: Job): World["estimates"] {
  const at = (when: RateTime) => estimate(settings, job, when);
  return { normal: at("normal"), evening: at("evening"), night: at("night"), weekend: at("weekend") };
}

/** The customer's next visit, as it reads on the business's wall clock. */
export function upcomingOf({ upcoming, business: { timezone } }: Facts): World["upcoming"] {
  if (upcoming === null) return null;
  const from = upcoming.window_start.toZonedDateTimeISO(timezone);
  const to = upcoming.window_end.toZonedDateTimeISO(timezone);
  const clock = (moment: Temporal.ZonedDateTime) => moment.toPlainTime().toString({ smallestUnit: "minute" });
  return {
    id: upcoming.id,
    window_start: upcoming.window_start.toString(),
    window_end: upcoming.window_end.toString(),
    date: from.toPlainDate().toString(),
    from: clock(from),
    to: clock(to),
    reminded: upcoming.status === "scheduled" && upcoming.reminder_sent_at !== null,
  };
}
