import type { Address, Understanding } from "#understanding";
import type { OfferedSlot, Session } from "./policy/session.ts";
import { asksSomething, soundsLikeTrouble, wordCount } from "./policy/signs.ts";
import { findCity } from "./tools/city.ts";

type Talk = Pick<Session, "asked" | "offered" | "language" | "turns">;
type Look = (understanding: Understanding, text: string, talk: Talk) => Understanding;

/** What the talk adds to the reading of a single text: what was asked, and what the offers are. */
export function secondLook(understanding: Understanding, text: string, talk: Talk): Understanding {
  return LOOKS.reduce((read, look) => look(read, text, talk), understanding);
}

/** A lone Y is a yes where one is asked for, a lone C is what a reminder asks for. */
const loneLetter: Look = (read, text, { asked, language }) => {
  const letter = /^\W*([cy])\W*$/i.exec(text)?.[1]?.toLowerCase();
  const isYes = letter === "y" && (asked === "confirm" || asked === "slot_choice");
  const isConfirmation = letter === "c" && asked !== "slot_choice" && asked !== "time";
  return isYes || isConfirmation ? { ...read, language, intents: ["confirm"], confidence: 0.9 } : read;
};

/** "June 12 at 2" names a day, and not the second offer, which is on another one. */
const dayNotPlace: Look = (read, _text, { offered }) => {
  const { choice, time } = read;
  const slot = choice === null ? undefined : offered[choice - 1];
  if (slot === undefined || time.date === null || isWeekdayOf(slot, time.date)) return read;
  const intents = read.intents.filter((intent) => intent !== "choose_slot" && intent !== "confirm");
  return { ...read, choice: null, intents: [...intents, "give_time"] };
};

/** A bare weekday is understood as a coming day; of an offer it means the offered one. */
function isWeekdayOf(slot: OfferedSlot, date: string): boolean {
  return Temporal.PlainDate.from(slot.date).dayOfWeek === Temporal.PlainDate.from(date).dayOfWeek;
}

const NO_ADDRESS: Address = { number: null, street: null, unit: null, city: null, state: null, zip: null };
const LONGEST_PLACE = 4;

/** A city alone, in answer to "where?" or in a question about the area. */
const cityAlone: Look = (read, text, { asked }) => {
  if (read.address !== null || wordCount(text) === 0) return read;
  const isAnswer = asked === "address" && wordCount(text) <= LONGEST_PLACE && read.intents.includes("other");
  const city = isAnswer || read.intents.includes("ask_area") ? findCity(text) : null;
  if (city === null) return read;
  const intents = read.intents.filter((intent) => intent !== "other");
  return {
    ...read,
    address: { ...NO_ADDRESS, city },
    intents: [...intents, "give_address"],
    confidence: Math.max(read.confidence, 0.7),
  };
};

/** "How late are you open?" is a question about hours, and no complaint about being late. */
const questionNotComplaint: Look = (read, text) => {
  if (!read.intents.includes("ask_hours") || !asksSomething(text)) return read;
  return { ...read, intents: read.intents.filter((intent) => intent !== "complaint") };
};

/** Who or what of a business one complains about. */
const OURS = new RegExp(
  [
    "\\b(you|your|yours|u|ur|yall|guys?|tech\\w*|crew|service|company|supposed|promised|refund|money|charg\\w*|bill\\w*|again|still)\\b",
    "\\b(wait\\w*|late|never|last (time|week|month)|yesterday|reviews?|unacceptable|ridiculous|disappoint\\w*|lawyer|complain\\w*)\\b",
    "\\b(usted\\w*|tecnicos?|servicio|nunca|otra vez|todavia|sigue\\w*|espera\\w*|reembolso|dinero|cobr\\w*|quej\\w*|ayer|abogado)\\b",
  ].join("|"),
  "i",
);

/** "The drain smells terrible" is a problem, and no complaint. */
const problemNotComplaint: Look = (read, text) => {
  const plain = text.normalize("NFD").replaceAll(/\p{M}/gu, "");
  if (!read.intents.includes("give_problem") || OURS.test(plain)) return read;
  return { ...read, intents: read.intents.filter((intent) => intent !== "complaint") };
};

/** Whoever tells a long story to begin with does not call off what was never arranged. */
const storyNotCancellation: Look = (read, text, { turns }) => {
  const isStory = turns === 0 && wordCount(text) > LONGEST_CANCELLATION && soundsLikeTrouble(text);
  if (!isStory || !read.intents.includes("cancel")) return read;
  return { ...read, intents: [...read.intents.filter((intent) => intent !== "cancel"), "give_problem"] };
};
const LONGEST_CANCELLATION = 12;

/** A property manager is who writes, and not who is asked for. */
const managerWrites: Look = (read, text) => {
  if (asksSomething(text) || !/\b(property|building|apartment|office|site) manager\b|\badministrador/i.test(text))
    return read;
  return { ...read, intents: read.intents.filter((intent) => intent !== "ask_human") };
};

const LOOKS: readonly Look[] = [
  loneLetter,
  dayNotPlace,
  cityAlone,
  questionNotComplaint,
  problemNotComplaint,
  storyNotCancellation,
  managerWrites,
];
