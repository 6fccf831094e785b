import { hoursRulesFor, quietHours } from "#compliance";
import type { GateFacts } from "./gate-facts.ts";
import type { MessageClass } from "./wish.ts";

/** What quiet hours depend on: kept with the decision and looked at again just before the text leaves. */
export type QuietFacts = Pick<
  GateFacts,
  "class" | "confirms_opt_out" | "is_staff" | "zones" | "region" | "last_call_at" | "last_text_at"
>;

/** How long a call or text of the person's own is an invitation to answer. */
const ANSWER_WITHIN: Partial<Record<MessageClass, Temporal.Duration>> = {
  conversational: Temporal.Duration.from({ hours: 24 }),
  // A notice in the middle of an exchange, such as "you are booked"; a reminder days later is none.
  transactional: Temporal.Duration.from({ hours: 1 }),
};

/** Whether the text answers what the person just asked of us; the business's own people asked to be alerted. */
export function isAnswer(facts: QuietFacts & Pick<GateFacts, "now">): boolean {
  const within = ANSWER_WITHIN[facts.class];
  if (facts.confirms_opt_out || facts.is_staff) return true;
  if (within === undefined) return false;
  const since = facts.now.subtract(within);
  return [facts.last_call_at, facts.last_text_at].some(
    (moment) => moment !== null && Temporal.Instant.compare(moment, since) >= 0,
  );
}

/**
 * The quiet hours that hold a text back now, or null. An answer is no solicitation (47 CFR 64.1200(f)(15)(i)) and goes out
 * at any hour, in every business alike; what sells or collects obeys the states' hours too.
 */
export function quietUntil(facts: QuietFacts & Pick<GateFacts, "now">) {
  if (isAnswer(facts)) return null;
  const solicits = facts.class === "marketing" || facts.class === "collection";
  const rules = hoursRulesFor(solicits ? "solicitation" : "courtesy", facts.region, facts.now);
  const hours = quietHours(facts.now, facts.zones, rules);
  return hours.quiet ? hours : null;
}
