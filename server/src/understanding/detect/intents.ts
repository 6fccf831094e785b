import type { Features } from "../classifier/features.ts";
import { spokenIntents } from "../classifier/labels.ts";
import { weigh } from "../classifier/weigh.ts";
import type { Address, Context, Hazard, Intent, Language, Level, OptOut, Trade, WantedTime } from "../contract.ts";
import { intents as english, intentClasses as englishClasses } from "../lexicon/en/intents.ts";
import { intents as spanish, intentClasses as spanishClasses } from "../lexicon/es/intents.ts";
import type { IntentWords, SpokenIntent } from "../lexicon/intents.ts";
import { firstNames } from "../lexicon/names/names.ts";
import { find, has, hide, type Message } from "../text/message.ts";
import { compile, type WordClasses } from "../text/patterns.ts";

type Patterns = Omit<{ [part in keyof IntentWords]: RegExp }, "spoken"> & { spoken: readonly [SpokenIntent, RegExp][] };

/** Intents that stand in a result as they are said. */
type Said = Exclude<SpokenIntent, "visit">;

const patterns: Record<Language, Patterns> = {
  en: compileIntents(english, { ...englishClasses, name: [...firstNames] }),
  es: compileIntents(spanish, { ...spanishClasses, name: [...firstNames] }),
};

/** What the other detectors found, from which intents follow. */
export type Evidence = {
  context: Context;
  optOut: OptOut;
  level: Level;
  hazard: Hazard | null;
  /** The trade of a thing that is named, whoever is to mend it. */
  thing: Trade | null;
  time: WantedTime;
  address: Address | null;
  name: string | null;
  choice: number | null;
};

/** What the rules' reading weighs beside the classifiers', and from where on an intent is held to be meant, in log-odds. */
const RULES_WEIGH = 4;
const MEANT_FROM = -0.75;

/** In so few words there is nothing to weigh. */
const WORDS_TO_WEIGH = 4;

/**
 * Everything the message wants; `other` when it wants nothing known. What was found in it is as the rules have it; what
 * lies in its words alone the rules and the classifiers weigh together. `features` are those of an answer in its context.
 */
export function detectIntents(message: Message, features: Features, evidence: Evidence): Intent[] {
  if (evidence.optOut !== "none" && evidence.level !== "life") return [evidence.optOut];
  const byRules = intentsByRules(message, evidence);
  if (message.tokens.length < WORDS_TO_WEIGH) return byRules;
  const found = new Set(byRules);
  found.delete("other");
  for (const intent of spokenIntents) {
    const isSaid = byRules.includes(intent);
    const isMeant = weigh(`intent-${intent}`, features) + (isSaid ? RULES_WEIGH : 0) > MEANT_FROM;
    if (isMeant) found.add(intent);
    // A problem that was named is not forgotten, however it was put.
    else if (intent !== "give_problem") found.delete(intent);
  }
  if (found.has("spam")) return ["spam"];
  return found.size > 0 ? [...found] : ["other"];
}

function intentsByRules(message: Message, evidence: Evidence): Intent[] {
  const spoken = spokenIn(message);
  const answers = answersIn(message, evidence, spoken);
  const found = new Set<Intent>([...spoken, ...answers, ...given(message, evidence, spoken, answers)]);
  if (found.has("spam")) return ["spam"];
  if (found.has("wrong_number")) found.delete("give_problem");
  if (found.size > 0) return [...found];
  return evidence.thing === null ? ["other"] : ["give_problem"];
}

function spokenIn(message: Message): Set<Said> {
  const found = new Set<SpokenIntent>();
  for (const language of message.languages) {
    const { masks, spoken } = patterns[language];
    const masked = hide(message, find(message, masks));
    for (const [intent, pattern] of spoken) if (has(masked, pattern)) found.add(intent);
  }
  return settled(found);
}

/** Some intents explain away others: who moves a visit does not book or cancel one. */
function settled(found: Set<SpokenIntent>): Set<Said> {
  const asks = (["ask_price", "ask_area", "ask_eta", "ask_hours"] as const).some((intent) => found.has(intent));
  if (found.has("visit") && !asks) found.add("book");
  if (found.has("ask_area") || found.has("ask_eta") || found.has("ask_hours")) found.delete("book");
  if (found.has("ask_eta")) found.delete("ask_area");
  if (found.has("reschedule")) for (const other of ["cancel", "book"] as const) found.delete(other);
  if (found.has("cancel")) found.delete("book");
  if (found.has("ask_bot")) found.delete("ask_human");
  if (found.has("wrong_number")) found.delete("complaint");
  return new Set([...found].filter((intent) => intent !== "visit"));
}

/** Yes and no: where they were asked for, or as all that the message says. */
function answersIn(message: Message, { context, choice }: Evidence, spoken: ReadonlySet<Said>): Intent[] {
  const says = (part: "yes" | "no" | "agreement" | "refusal") =>
    spokenOrBrief(message).some((language) => has(message, patterns[language][part]));
  const no = opens(message, "no") || says("refusal");
  const yes = opens(message, "yes") || says("agreement");
  if (choice !== null || spoken.has("cancel") || spoken.has("reschedule")) return [];
  if (no && !spoken.has("wrong_number")) return context === "payment" ? [] : ["deny"];
  return yes && context !== "payment" ? ["confirm"] : [];
}

/** Whether the message begins with a word of the kind, after greetings. */
function opens(message: Message, part: "yes" | "no"): boolean {
  const start = message.plain.replace(
    /^ (?:(?:hi|hello|hey|hola|oh|um|well|buenas|tardes|dias|noches|buenos|,|!|\.) )+/,
    " ",
  );
  return spokenOrBrief(message).some((language) => start.search(patterns[language][part]) === 1);
}

/** The languages to read an answer in: a word or two tell too little of their language. */
function spokenOrBrief(message: Message): readonly Language[] {
  return message.tokens.length <= 2 ? ["en", "es"] : message.languages;
}

function given(message: Message, evidence: Evidence, spoken: ReadonlySet<Said>, answers: readonly Intent[]): Intent[] {
  const { address, name, choice, time } = evidence;
  const asksArea = spoken.has("ask_area") && address?.street === null;
  return [
    ...(choice !== null ? (["choose_slot"] as const) : []),
    ...(givesProblem(message, evidence, spoken, answers) ? (["give_problem"] as const) : []),
    ...(address !== null && !asksArea ? (["give_address"] as const) : []),
    ...(name !== null ? (["give_name"] as const) : []),
    ...(givesTime(time, choice, spoken) ? (["give_time"] as const) : []),
  ];
}

function givesTime(time: WantedTime, choice: number | null, spoken: ReadonlySet<Said>): boolean {
  const refused = time.excluded.length > 0 && !spoken.has("reschedule");
  const told = time.kind !== "none" || time.not_before !== null || refused;
  const elsewhere = ["cancel", "ask_hours", "ask_eta", "complaint"] as const;
  return told && choice === null && !elsewhere.some((intent) => spoken.has(intent));
}

/** A danger, a thing of a trade that is in trouble, or trouble by itself. */
function givesProblem(
  message: Message,
  { level, thing, context }: Evidence,
  spoken: ReadonlySet<Said>,
  answers: readonly Intent[],
): boolean {
  const says = (part: "trouble" | "plight") =>
    message.languages.some((language) => has(message, patterns[language][part]));
  const elsewhere = ["cancel", "reschedule", "wrong_number", "spam", "ask_hours", "ask_area", "ask_bot"] as const;
  if (level !== "routine") return true;
  if (elsewhere.some((intent) => spoken.has(intent))) return false;
  if (thing !== null && (context === "problem" || spoken.has("ask_price") || says("trouble"))) return true;
  return says("plight") && !answers.includes("deny");
}

/** The message without the people who do the work. */
export function withoutWorkers(message: Message): Message {
  return hide(
    message,
    message.languages.flatMap((language) => find(message, patterns[language].workers)),
  );
}

function compileIntents(words: IntentWords, classes: WordClasses): Patterns {
  const entries = Object.entries(words.spoken) as [SpokenIntent, readonly string[]][];
  return {
    masks: compile(words.masks, classes),
    yes: compile(words.yes, classes),
    no: compile(words.no, classes),
    agreement: compile(words.agreement, classes),
    refusal: compile(words.refusal, classes),
    workers: compile(words.workers, classes),
    trouble: compile(words.trouble, classes),
    plight: compile(words.plight, classes),
    spoken: entries.map(([intent, list]) => [intent, compile(list, classes)]),
  };
}
