import twilio from "twilio";
import type { Failure } from "./port.ts";

/** Twilio error 20429: "the request was never processed and is always safe to retry". */
const TOO_MANY_CONCURRENT = 20_429;

/**
 * What is known after a request that was to change something failed. An answer of 4xx means that nothing was done;
 * a time-out, a cut connection or a 5xx may come after it was.
 */
export function outcomeOfFailure(error: unknown): Failure {
  if (!(error instanceof twilio.RestException)) return { kind: "unknown", message: sentence(error) };
  if (error.status === 429 || error.code === TOO_MANY_CONCURRENT)
    return { kind: "not_processed", retryAfterSeconds: null, errorCode: error.code ?? null };
  if (error.status >= 400 && error.status < 500)
    return { kind: "refused", errorCode: error.code ?? null, message: error.message };
  return { kind: "unknown", message: error.message };
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
