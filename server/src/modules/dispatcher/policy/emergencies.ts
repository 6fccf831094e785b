import type { Hazard } from "#understanding";
import { type Phrase, type PhraseName, phrase } from "../wording/phrases.ts";
import { type Decision, type Turn, telling } from "./decision.ts";
import type { Session } from "./session.ts";
import type { Act, World } from "./world.ts";

type SafetyWords = Extract<PhraseName, `life_${string}`>;

const SAFETY: Partial<Record<Hazard, SafetyWords>> = {
  gas: "life_gas",
  co: "life_co",
  fire: "life_fire",
  electrical: "life_electrical",
  flood: "life_flood",
  medical: "life_medical",
  security: "life_security",
};

/** People in danger: safety words first, then a person is reached. Nothing else is talked about. */
export function lifeInDanger({ session, heard, world }: Turn): Decision | null {
  const { level, hazard } = heard.understanding;
  if (level !== "life") return null;
  const words = [phrase((hazard && SAFETY[hazard]) ?? "life_other", {})];
  const handOver: Act = { do: "hand_over", reason: "life_danger", urgent: true };
  const business = { business: world.business.name };
  if (!world.canAlert) return telling(session, [...words, phrase("handed_over", business)], [handOver]);
  const alert: Act = { do: "alert_owner", kind: "life" };
  return telling(
    { ...session, owner_alerted: true },
    [...words, phrase("person_is_alerted", business)],
    [alert, handOver],
  );
}

/** Whoever was alerted before the customer said where they are is told the place. */
export function placeForOwner({ before, session, world }: Turn): Act[] {
  const isNews = before.address?.street == null && session.address?.street != null;
  const isAlarmed = before.owner_alerted && session.level !== "routine";
  return isNews && isAlarmed && world.canAlert ? [{ do: "tell_owner_address" }] : [];
}

type Alarm = { session: Session; acts: Act[]; phrases: Phrase[] };

/** Somebody must be reached now, though nobody is in danger: the owner is alerted once, and booking goes on. */
export function urgentNow(session: Session, world: World): Alarm {
  if (session.level === "routine" || session.owner_alerted) return { session, acts: [], phrases: [] };
  const phrases: Phrase[] = [];
  if (session.hazard === "flood") phrases.push(phrase("urgent_flood", {}));
  if (session.hazard === "electrical") phrases.push(phrase("urgent_electrical", {}));
  if (world.canAlert) phrases.push(phrase("urgent_alerted", {}));
  const acts: Act[] = world.canAlert ? [{ do: "alert_owner", kind: "urgent" }] : [];
  return { session: { ...session, owner_alerted: true }, acts, phrases };
}
