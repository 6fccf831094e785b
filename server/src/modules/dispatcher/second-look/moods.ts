import { asksSomething, soundsLikeTrouble, wordCount } from "../policy/signs.ts";
import { type Look, without } from "./look.ts";

const PERSON =
  /\b(hablar|atend\w*|llam\w*|comuni\w*|pas[ae]\w*)\b.*\b(persona|humano|alguien|representante|operador\w*)\b/i;

/** A person is asked for, whatever that person is to do. */
export const asksForPerson: Look = (read, text) => {
  const isUnclear = read.intents.every((intent) => intent === "other" || intent === "book");
  return isUnclear && PERSON.test(plain(text)) ? { ...read, intents: ["ask_human"], confidence: 0.8 } : read;
};

/** "How late are you open?" is a question about hours, and no complaint about being late. */
export const questionNotComplaint: Look = (read, text) => {
  if (!read.intents.includes("ask_hours") || !asksSomething(text)) return read;
  return { ...read, intents: without(read, "complaint") };
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
export const problemNotComplaint: Look = (read, text) => {
  if (!read.intents.includes("give_problem") || OURS.test(plain(text))) return read;
  return { ...read, intents: without(read, "complaint") };
};

const LONGEST_CANCELLATION = 12;

/** Whoever tells a long story to begin with does not call off what was never arranged. */
export const storyNotCancellation: Look = (read, text, { turns }) => {
  const isStory = turns === 0 && wordCount(text) > LONGEST_CANCELLATION && soundsLikeTrouble(text);
  if (!isStory || !read.intents.includes("cancel")) return read;
  return { ...read, intents: [...without(read, "cancel"), "give_problem"] };
};

/** A property manager is who writes, and not who is asked for. */
export const managerWrites: Look = (read, text) => {
  const isManager = /\b(property|building|apartment|office|site) manager\b|\badministrador/i.test(text);
  return isManager && !asksSomething(text) ? { ...read, intents: without(read, "ask_human") } : read;
};

function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "");
}
