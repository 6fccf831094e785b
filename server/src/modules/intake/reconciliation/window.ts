/** What a comparison asks the carrier for. */
export type Window = { from: Temporal.Instant; until: Temporal.Instant };

/**
 * How far a window reaches back before the last one's end: calls last for four hours (Twilio, "TwiML: Dial", timeLimit),
 * texts get their date when they leave, prices come hours late.
 */
const OVERLAP = { hours: 24 };

/** The window of a comparison that begins now: everything since the last one that came to its end, and the overlap. */
export function windowOf(cursor: Temporal.Instant | null, now: Temporal.Instant, since?: Temporal.Instant): Window {
  const usual = (cursor ?? now).subtract(OVERLAP);
  const from = since !== undefined && Temporal.Instant.compare(since, usual) < 0 ? since : usual;
  return { from, until: now };
}

/** What webhooks need to arrive at the most: Twilio repeats itself for 15 s, and a minute of delay has been seen. What is younger may be on its way. */
const ON_ITS_WAY = { seconds: 75 };

/** Whether a webhook about what happened then may still come. */
export function mayStillCome(happenedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(happenedAt.add(ON_ITS_WAY), now) > 0;
}
