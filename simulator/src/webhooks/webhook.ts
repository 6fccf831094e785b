import type { Parameters } from "./signing.ts";

export type HttpMethod = "GET" | "POST";

/** An address that the customer of the carrier configured. */
export interface Hook {
  url: string;
  method: HttpMethod;
}

/** What a webhook is about. */
export type WebhookKind =
  | "voice"
  | "voice.action"
  | "voice.status"
  | "recording.status"
  | "transcription"
  | "message"
  | "message.status";

/** An event to be brought to a hook. */
export interface WebhookOrder {
  kind: WebhookKind;
  accountSid: string;
  /** The call, message or recording that the event is about. */
  resourceSid: string;
  hook: Hook;
  fallback?: Hook | undefined;
  params: Parameters;
  /** Whether this is the last thing that will be said about the resource. */
  isFinal?: boolean;
  /** Told now, whatever the faults hold back: something waits until it was. */
  atOnce?: boolean;
}

/** One attempt (or, when lost, the attempt that never was) in the carrier's ledger. Times in ms since the epoch. */
export interface WebhookAttempt {
  sid: string;
  kind: WebhookKind;
  accountSid: string;
  resourceSid: string;
  idempotencyToken: string;
  attempt: number;
  at: number;
  url: string;
  method: HttpMethod;
  params: Parameters;
  fault: "lost" | "forged" | "duplicate" | "delayed" | "reordered" | "final-missing" | null;
  status: number | null;
  body: string | null;
  error: string | null;
}

/** The carrier's complaint about the customer's application, as its debugger shows it. */
export interface Alert {
  sid: string;
  at: number;
  errorCode: number;
  resourceSid: string;
  text: string;
}

/** What the server answered, when it did with success. */
export interface Answer {
  contentType: string;
  body: string;
  /** Where the answer came from after redirects: relative URLs in TwiML start here. */
  url: string;
}
