/** Why a call counts as missed. */
export const MISSED_REASONS = [
  "no_answer",
  "busy",
  "failed",
  "canceled",
  "voicemail",
  "not_accepted",
  "too_short",
  "caller_hung_up",
  "forwarded",
  "nobody_to_ring",
  "unreported",
] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];
