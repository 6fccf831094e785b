import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";
import type { Configuration } from "../config/configuration.ts";

/** Keys whose values never reach a log, wherever they stand. */
const SECRET_KEYS = [
  "password",
  "token",
  "auth_token",
  "authorization",
  "cookie",
  "secret",
  "body",
  "phone",
  "email",
  "address",
];

/** Structured logs, on standard output unless told otherwise; secrets and personal data are removed at the sink. */
export function createLog(level: Configuration["logLevel"], destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: "[removed]" },
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: withoutPhones, err: withoutPhones },
  };
  return pino(options, destination);
}

const PHONE = /\+?\d[\d\s().-]{7,}\d/g;

/** An error as logged: its kind, message and stack, with anything that looks like a phone number masked. */
function withoutPhones(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const masked = (text: string) => text.replace(PHONE, "[number]");
  return { type: error.name, message: masked(error.message), stack: masked(error.stack ?? "") };
}
