/**
 * PostgreSQL shutting down, crashed, starting, full, or dropped; read-only, as one is from which another has taken over;
 * class 08 are connection exceptions (PostgreSQL: "Error Codes").
 */
const AWAY_STATES = /^(08...|57P0[1234]|53300|25006)$/;
const AWAY_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);
/** What the driver says, without a code, of a connection that broke under it or could not be had in time. */
const BROKEN =
  /^Connection terminated|not queryable|^Connection ended unexpectedly|^timeout expired|^timeout exceeded when trying to connect/;
/** What it says when no answer came within `query_timeout`. */
const UNANSWERED = "Query read timeout";

/** Whether the database could not be reached, went away while it was at work, or fell silent. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // A host with several addresses fails with one error for each.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isDatabaseAway);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return AWAY_CODES.has(code) || AWAY_STATES.test(code) || BROKEN.test(error.message) || isUnanswered(error);
}

/** Whether a statement had no answer in time: it may still be done, and its connection can be used for nothing more. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof Error && error.message === UNANSWERED;
}
