import type { DemoBusiness } from "../../../db/demo/businesses.ts";
import type { World } from "../simulation/world.ts";
import type { Ask, Staff } from "./staff.ts";

type Deed = { visit: string; lead: unknown; status: "in_progress" | "completed"; at: Temporal.Instant };

/** Moves the clock to a moment. On the way the technician begins and ends the visits whose time has come. */
export async function liveUntil(
  world: World,
  staff: Staff,
  business: DemoBusiness,
  until: Temporal.Instant,
): Promise<void> {
  const ask = await staff.as(business.technician);
  for (let deed = await nextDeed(ask, until); deed !== null; deed = await nextDeed(ask, until)) {
    await advanceTo(world, deed.at);
    await ask("PATCH", `/appointments/${deed.visit}`, { status: deed.status });
    if (deed.status === "completed") await ask("PATCH", `/leads/${String(deed.lead)}`, { status: "converted" });
  }
  await advanceTo(world, until);
}

async function advanceTo({ clock }: World, moment: Temporal.Instant): Promise<void> {
  if (moment.epochMilliseconds > clock.now()) await clock.advanceTo(moment.epochMilliseconds);
}

const STATUSES: readonly unknown[] = ["scheduled", "confirmed", "in_progress"];

/** The first visit that should have begun, or ended, by then. */
async function nextDeed(ask: Ask, until: Temporal.Instant): Promise<Deed | null> {
  const from = until.subtract({ hours: 7 * 24 }).toString();
  const visits = await ask("GET", `/appointments?from=${from}&to=${until.toString()}`);
  const deeds = visits
    .filter(({ status }) => STATUSES.includes(status))
    .map(({ id, lead_id, status, scheduled_start, scheduled_end }): Deed => {
      const underWay = status === "in_progress";
      const at = Temporal.Instant.from(String(underWay ? scheduled_end : scheduled_start));
      return { visit: id, lead: lead_id, status: underWay ? "completed" : "in_progress", at };
    })
    .filter(({ at }) => Temporal.Instant.compare(at, until) <= 0);
  return deeds.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))[0] ?? null;
}
