import type { Opening } from "#tenants";

export type MissedCall = {
  call_id: string;
  customer_phone: string | null;
  phone_number_id: string;
  missed_at: Temporal.Instant;
};

/** What is known when a call was missed. */
export type MissedCallFacts = {
  now: Temporal.Instant;
  missed_at: Temporal.Instant;
  /** Null when the caller withheld the number. */
  customer_phone: string | null;
  auto_response_enabled: boolean;
  /** A text later than this after the call would only puzzle. */
  max_age_minutes: number;
  sender_registered: boolean;
  opening: Opening;
} & CallerFacts;

/** What is known of the caller. */
export type CallerFacts = {
  is_own_number: boolean;
  is_excluded: boolean;
  opted_out: boolean;
  do_not_contact: boolean;
  line_type: string;
  /** Somebody spoke with the caller or called back since. */
  spoken_since: boolean;
  /** Somebody wrote to the caller since. */
  written_since: boolean;
  /** What became of the caller's last missed call within the window of one text. */
  within_window: "texted" | "task_created" | null;
};

export type TextBackReason =
  | "missed_call"
  | "anonymous"
  | "own_number"
  | "excluded"
  | "disabled"
  | "too_old"
  | "opted_out"
  | "do_not_contact"
  | "called_back"
  | "already_written"
  | "already_texted"
  | "already_a_task"
  | "landline"
  | "sender_unregistered";

export type TextBackDecision =
  | { outcome: "texted"; reason: "missed_call"; wording: Opening["kind"] }
  | { outcome: "not_texted"; reason: TextBackReason }
  | { outcome: "task_created"; reason: TextBackReason };

/** Decides what a missed call gets: a text, a task for a person, or nothing, and why. */
export function decideTextBack(facts: MissedCallFacts): TextBackDecision {
  const no = (reason: TextBackReason) => ({ outcome: "not_texted", reason }) as const;
  const task = (reason: TextBackReason) => ({ outcome: "task_created", reason }) as const;
  if (isTooOld(facts)) return no("too_old");
  if (facts.customer_phone === null) return task("anonymous");
  if (facts.is_own_number) return no("own_number");
  if (facts.is_excluded) return no("excluded");
  if (facts.spoken_since) return no("called_back");
  if (facts.written_since) return no("already_written");
  if (facts.do_not_contact) return no("do_not_contact");
  if (facts.opted_out) return no("opted_out");
  if (!facts.auto_response_enabled) return no("disabled");
  if (facts.within_window === "texted") return no("already_texted");
  if (facts.within_window === "task_created") return no("already_a_task");
  if (facts.line_type === "landline" || facts.line_type === "tollFree") return task("landline");
  if (!facts.sender_registered) return task("sender_unregistered");
  return { outcome: "texted", reason: "missed_call", wording: facts.opening.kind };
}

function isTooOld({ now, missed_at, max_age_minutes }: MissedCallFacts): boolean {
  return Temporal.Instant.compare(missed_at.add({ minutes: max_age_minutes }), now) < 0;
}
