import type { OfferedSlot } from "../policy/session.ts";
import { type Look, without } from "./look.ts";

const YES = /^\W*y+(e+|a+|u+)?[psh]*\W*$|[,.]\s*(yes|yep|yeah|s[ií])\W*$/i;
const REMINDED_YES = /^\W*c\W*$/i;
const NO =
  /(?:^|[.,;!]\s*|\b(?:actually|wait|sorry|hmm|mmm|perd[oó]n|espere)\W+)no(?=\W|$)(?! (?:problem|worries|rush|hurry|doubt|hay problema|se preocupe))/i;

/** "Y", "yee", and a yes at the end, where one is asked for; a lone C is what a reminder asks for. */
export const shortYes: Look = (read, text, { asked, language }) => {
  const isYes = (asked === "confirm" || asked === "slot_choice") && YES.test(text);
  const isConfirmation = asked !== "slot_choice" && asked !== "time" && REMINDED_YES.test(text);
  if (!(isYes || isConfirmation) || read.intents.includes("confirm") || read.intents.includes("deny")) return read;
  const given = read.intents.filter((intent) => intent.startsWith("give_") && intent !== "give_name");
  return { ...read, language, name: null, intents: [...given, "confirm"], confidence: 0.9 };
};

/** "Actually, no. It's fine" is a no, whatever else is fine; "no problem" is none. */
export const noAmongYes: Look = (read, text) => {
  if (!read.intents.includes("confirm") || !NO.test(text)) return read;
  return { ...read, intents: [...without(read, "confirm", "deny"), "deny"] };
};

/** "June 12 at 2" names a day, and not the second offer, which is on another one. */
export const dayNotPlace: Look = (read, _text, { offered }) => {
  const { choice, time } = read;
  const slot = choice === null ? undefined : offered[choice - 1];
  if (slot === undefined || time.date === null || isWeekdayOf(slot, time.date)) return read;
  return { ...read, choice: null, intents: [...without(read, "choose_slot", "confirm"), "give_time"] };
};

/** A bare weekday is understood as a coming day; of an offer it means the offered one. */
function isWeekdayOf(slot: OfferedSlot, date: string): boolean {
  return Temporal.PlainDate.from(slot.date).dayOfWeek === Temporal.PlainDate.from(date).dayOfWeek;
}
