import type { StoredWebhook } from "./topics.ts";

/**
 * When it happened: the carrier's own time (whole seconds) where it tells one. A time that lies ahead of us comes
 * from a clock that is wrong.
 */
export function occurredAt({ params, receivedAt }: StoredWebhook): Temporal.Instant {
  const told = Date.parse(params["Timestamp"] ?? "");
  if (Number.isNaN(told)) return receivedAt;
  const at = Temporal.Instant.fromEpochMilliseconds(told);
  return Temporal.Instant.compare(at, receivedAt) <= 0 ? at : receivedAt;
}
