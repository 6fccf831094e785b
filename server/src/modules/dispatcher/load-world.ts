import type { Scope } from "#platform/scope.ts";
import { findSlots, type Preference, type Slot, upcomingAppointment } from "#scheduling";
import { type Business, getBusiness, getSettings, openingAt, type Settings } from "#tenants";
import type { WantedTime } from "#understanding";
import { hoursInWords } from "./hours-in-words.ts";
import type { OfferedSlot, Session } from "./policy/session.ts";
import type { World } from "./policy/world.ts";
import { estimate } from "./tools/estimate.ts";
import { rateTimeAt } from "./tools/rate-time.ts";
import { serviceArea } from "./tools/service-area.ts";
import { serviceFor } from "./tools/services.ts";
import { tradeOf } from "./tools/trade.ts";

/** Enough free times to choose three from that are apart. */
const FITTING = 40;
const SOONEST = 80;

/** Asks every tool what a turn may need: nothing is said that is not in here. */
export async function loadWorld(scope: Scope, session: Session, contactId: string | null): Promise<World> {
  const business = await getBusiness(scope);
  const settings = await getSettings(scope);
  const now = scope.now();
  const wanted = session.time;
  const fitting =
    wanted === null || wanted.kind === "none"
      ? []
      : await findSlots(scope, { ...spanOf(wanted, now), preference: preferenceOf(wanted), limit: FITTING });
  const soonest = await findSlots(scope, { limit: SOONEST });
  const upcoming = contactId === null ? null : await upcomingAppointment(scope, contactId);
  const { area, miles } = areaOf(business, session);
  const opening = openingAt(settings, business.timezone, now).kind;
  return {
    now,
    timezone: business.timezone,
    business: { name: business.business_name, trade: business.trade_type, phone: business.business_phone ?? "" },
    opening,
    hoursInWords: hoursInWords(settings.business_hours, session.language),
    serviceRadiusMiles: business.service_radius_miles,
    area,
    fitting: fitting.map(offered),
    soonest: soonest.map(offered),
    estimate: estimateFor(business, settings, session, miles),
    emergency: {
      enabled: settings.emergency_service_enabled,
      reachableNow: opening === "open" || settings.emergency_after_hours,
    },
    upcoming:
      upcoming === null
        ? null
        : {
            id: upcoming.id,
            window_start: upcoming.window_start.toString(),
            window_end: upcoming.window_end.toString(),
            service: upcoming.service_type,
          },
    confidenceThreshold: Number(settings.ai_confidence_threshold),
  };
}

function areaOf(business: Business, session: Session) {
  if (session.address === null) return { area: "unknown" as const, miles: null };
  const reach = {
    zip: business.business_zip,
    radiusMiles: business.service_radius_miles,
    allowedPrefixes: business.allowed_zip_prefixes,
  };
  return serviceArea(reach, session.address);
}

function estimateFor(business: Business, settings: Settings, session: Session, miles: number | null) {
  const trade = tradeOf(session, { business: { trade: business.trade_type } });
  const { hours } = serviceFor(session.problem ?? "", trade);
  const at = session.chosen === null ? null : Temporal.Instant.from(session.chosen.start);
  return estimate(settings, {
    hours,
    miles,
    when: at === null ? "normal" : rateTimeAt(settings, business.timezone, at),
  });
}

/** A wish for "in an hour" or "now" looks at the coming hours; everything else at the whole horizon. */
function spanOf(wanted: WantedTime, now: Temporal.Instant): { from?: Temporal.Instant; to?: Temporal.Instant } {
  return wanted.kind === "asap" ? { from: now } : {};
}

/** Customers' words as limits of the search: an exact hour is that hour, an open stretch is open at its end. */
export function preferenceOf(wanted: WantedTime): Preference {
  const { date, from, to, not_before, excluded } = wanted;
  const until = wanted.kind === "exact" && from !== null ? minuteAfter(from) : to;
  return {
    ...(date === null ? {} : { date }),
    ...(not_before === null ? {} : { not_before }),
    ...(excluded.length === 0 ? {} : { excluded }),
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { to: until }),
  };
}

function minuteAfter(time: string): string {
  return Temporal.PlainTime.from(time).add({ minutes: 1 }).toString({ smallestUnit: "minute" });
}

function offered(slot: Slot): OfferedSlot {
  return {
    start: slot.start.toString(),
    end: slot.end.toString(),
    window_start: slot.window_start.toString(),
    window_end: slot.window_end.toString(),
    resource_id: slot.resource_id,
  };
}
