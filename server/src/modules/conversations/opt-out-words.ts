import { readKeyword } from "#compliance";

export type OptOut = "stop" | "start" | "help" | "none";

/** Sentences whose sense is the end of the texts, as far as single phrases show it. */
const REVOCATIONS = [
  /\b(stop|quit|cease)\s+(texting|messaging|contacting|sending|bothering)\b/i,
  /\b(do not|don'?t|never)\s+(text|message|contact)\s+(me|us|this)\b/i,
  /\b(remove|take)\s+me\s+(from|off)\b/i,
  /\b(unsubscribe|opt(ing)? (me )?out)\b/i,
  /\b(no|ya no)\s+(me\s+)?(manden|escriban|env[ií]en|contacten)\b/i,
];

/**
 * Whether a text ends, resumes or asks about the messages: first by a keyword alone, which is certain, then by its sense
 * (47 CFR 64.1200(a)(10): any words that a reasonable person would understand so).
 */
export function readOptOut(body: string): OptOut {
  return readKeyword(body) ?? (REVOCATIONS.some((pattern) => pattern.test(body)) ? "stop" : "none");
}
