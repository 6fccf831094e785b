import { z } from "zod";

/** Languages a customer may write in. */
export const languages = ["en", "es"] as const;
/** What the business asked last; it decides what a bare "2" or "yes" means. */
export const contexts = ["problem", "address", "time", "slot_choice", "confirm", "name", "payment", "none"] as const;
/** Trades the dispatcher knows. */
export const trades = ["plumbing", "electrical", "hvac", "locksmith", "garage_door", "clinic"] as const;
/** What a message may want; one message may want several things. */
export const intents = [
  "book",
  "reschedule",
  "cancel",
  "confirm",
  "deny",
  "choose_slot",
  "ask_price",
  "ask_hours",
  "ask_area",
  "ask_eta",
  "ask_human",
  "ask_bot",
  "give_problem",
  "give_address",
  "give_name",
  "give_time",
  "thanks",
  "complaint",
  "wrong_number",
  "spam",
  "stop",
  "start",
  "help",
  "other",
] as const;
/** `life`: people in danger now; `urgent`: someone must be reached now; `routine`: all else. */
export const levels = ["life", "urgent", "routine"] as const;
/** What endangers people or property. */
export const hazards = [
  "gas",
  "co",
  "fire",
  "electrical",
  "flood",
  "sewage",
  "no_heat",
  "no_cooling",
  "no_water",
  "lockout",
  "medical",
  "security",
] as const;
/** What a customer answers to a message about money. */
export const replies = [
  "promise",
  "paid",
  "dispute",
  "cannot_pay",
  "wrong_person",
  "stop",
  "call_me",
  "question",
  "ack",
  "hostile",
  "other",
] as const;

const date = z.iso.date();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of day is written HH:MM");

/** One option of a list the business offered; `n` is its 1-based place. */
export const OfferedSlot = z.object({
  n: z.int().positive(),
  weekday: z.string().optional(),
  date: date.optional(),
  from: clock.optional(),
  to: clock.optional(),
});

/** One message with what is known around it. `now` is ISO 8601 with offset, `zone` an IANA name. */
export const UnderstandInput = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  lang: z.enum(languages).optional(),
  trade: z.enum(trades).optional(),
  context: z.enum(contexts).optional(),
  now: z.iso.datetime({ offset: true }).optional(),
  zone: z.string().optional(),
  offered: z.array(OfferedSlot).optional(),
});

/**
 * When the customer wants it, in the zone of the input: an instant of the clock (`exact`), a stretch (`window`), a day
 * (`date`), elapsed time from now (`relative`), at once (`asap`). `not_before` and `excluded` are days.
 */
export const WantedTime = z.object({
  kind: z.enum(["exact", "window", "date", "relative", "asap", "none"]),
  date: date.nullable(),
  from: clock.nullable(),
  to: clock.nullable(),
  not_before: date.nullable(),
  excluded: z.array(date),
});

/** A place to send someone to; only what was stated. `state` is a two-letter code. */
export const Address = z.object({
  number: z.string().nullable(),
  street: z.string().nullable(),
  unit: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  zip: z.string().nullable(),
});

/** What one message means. */
export const Understanding = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  language: z.enum(languages),
  intents: z.array(z.enum(intents)),
  level: z.enum(levels),
  hazard: z.enum(hazards).nullable(),
  trade: z.enum(trades).nullable(),
  opt_out: z.enum(["stop", "start", "help", "none"]),
  time: WantedTime,
  address: Address.nullable(),
  name: z.string().nullable(),
  choice: z.int().positive().nullable(),
  amount: z.number().nullable(),
  reply: z.enum(replies).nullable(),
  confidence: z.number().min(0).max(1),
});

export type Language = (typeof languages)[number];
export type Context = (typeof contexts)[number];
export type Trade = (typeof trades)[number];
export type Intent = (typeof intents)[number];
export type Level = (typeof levels)[number];
export type Hazard = (typeof hazards)[number];
export type Reply = (typeof replies)[number];
export type OfferedSlot = z.infer<typeof OfferedSlot>;
export type UnderstandInput = z.infer<typeof UnderstandInput>;
export type WantedTime = z.infer<typeof WantedTime>;
export type Address = z.infer<typeof Address>;
export type Understanding = z.infer<typeof Understanding>;
export type OptOut = Understanding["opt_out"];
