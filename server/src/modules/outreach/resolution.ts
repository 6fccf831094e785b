/** Looks at the carrier's list, in seconds after the attempt; after the last one the list is taken as complete. */
const LOOKS = [5, 15, 30, 60] as const;
const LOOK_AGAIN_WHEN_UNREACHABLE = { seconds: 30 };
/** After this the carrier is no longer asked, and a person has to find out. */
const GIVE_UP_AFTER_EXPIRY = { hours: 1 };
const MOST_UNRESOLVED = 1;

/** When to look at the carrier's list first after an attempt without an answer. */
export function firstLook(sendingAt: Temporal.Instant): Temporal.Instant {
  return sendingAt.add({ seconds: LOOKS[0] });
}

export type Search = {
  now: Temporal.Instant;
  sending_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  /** How many earlier attempts ended without being found either. */
  unresolved_attempts: number;
  /** Whether the carrier showed its list at all. */
  wasAnswered: boolean;
};

export type NextStep = { kind: "look_again"; at: Temporal.Instant } | { kind: "retry" } | { kind: "give_up" };

/**
 * What follows when a text of unknown outcome is not in the carrier's list: look again until the list has settled, then
 * try once more at most, and never when it would come too late.
 */
export function afterNotFound(search: Search): NextStep {
  const { now, expires_at } = search;
  const later = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;
  if (!search.wasAnswered)
    return later(now, expires_at.add(GIVE_UP_AFTER_EXPIRY))
      ? { kind: "give_up" }
      : { kind: "look_again", at: now.add(LOOK_AGAIN_WHEN_UNREACHABLE) };
  const next = LOOKS.map((seconds) => search.sending_at.add({ seconds })).find((at) => later(at, now));
  if (next !== undefined) return { kind: "look_again", at: next };
  if (search.unresolved_attempts >= MOST_UNRESOLVED || !later(expires_at, now)) return { kind: "give_up" };
  return { kind: "retry" };
}
