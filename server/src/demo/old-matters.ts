import type { DemoBusiness } from "../../../db/demo/businesses.ts";
import type { Staff } from "./staff.ts";

const OLD_AFTER_HOURS = 18;

/** The owner has read the threads and finished the tasks of the days before: what is new stands out. */
export async function seeToOldMatters(staff: Staff, business: DemoBusiness, now: Temporal.Instant): Promise<void> {
  const ask = await staff.as(business.owner);
  const old = now.subtract({ hours: OLD_AFTER_HOURS });
  const isOld = (moment: unknown) => Temporal.Instant.compare(Temporal.Instant.from(String(moment)), old) < 0;
  for (const { id, last_message_time } of await ask("GET", "/conversations?view=all&limit=200")) {
    if (isOld(last_message_time)) await ask("POST", `/conversations/${id}/read`, {});
  }
  for (const { id, created_at } of await ask("GET", "/activities?limit=200")) {
    if (isOld(created_at)) await ask("PATCH", `/activities/${id}`, { done: true });
  }
}
