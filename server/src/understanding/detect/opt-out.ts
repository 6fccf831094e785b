import type { Features } from "../classifier/features.ts";
import { weigh } from "../classifier/weigh.ts";
import type { Language, OptOut } from "../contract.ts";
import { optOut as english, optOutClasses as englishClasses } from "../lexicon/en/opt-out.ts";
import { optOut as spanish, optOutClasses as spanishClasses } from "../lexicon/es/opt-out.ts";
import type { OptOutWords } from "../lexicon/opt-out.ts";
import { find, has, hide, type Message } from "../text/message.ts";
import { compile, compileWhole, type WordClasses } from "../text/patterns.ts";

type Patterns = { [part in keyof OptOutWords]: RegExp };

const patterns: Record<Language, Patterns> = {
  en: compileWords(english, englishClasses),
  es: compileWords(spanish, spanishClasses),
};
const every = Object.values(patterns);

/** What the rules' reading weighs beside the classifier's, and from where on a sentence ends the texts, in log-odds. */
const RULES_WEIGH = 4;
const STOP_FROM = 0.5;

/** In a single word there is nothing to weigh. */
const WORDS_TO_WEIGH = 2;
/** In so few, a known phrase ("stop by") is all there is. */
const WORDS_OF_A_PHRASE = 4;

/**
 * Whether a message ends, resumes or asks about the texts. A keyword alone always counts (47 CFR 64.1200(a)(10));
 * in a sentence its sense decides, so that ending a leak or a visit ends no messages. "Please cancel" means the visit.
 */
export function detectOptOut(message: Message, features: Features): OptOut {
  const alone = once(wordsOf(message));
  if (every.some(({ stop }) => stop.test(alone))) return "stop";
  if (every.some(({ start }) => start.test(alone))) return "start";
  if (every.some(({ help }) => help.test(alone))) return "help";
  const bare = once(withoutCourtesy(alone));
  const visit = every.some(({ ambiguous }) => ambiguous.test(bare));
  if (!visit && every.some(({ stop }) => stop.test(bare))) return "stop";
  if (every.some(({ start }) => start.test(bare))) return "start";
  if (every.some(({ help }) => help.test(bare))) return "help";
  const sense = senseOf(message);
  if (visit || sense === "start" || saysTooLittle(message)) return sense;
  return weigh("stop", features) + rulesWeigh(message, sense) > STOP_FROM ? "stop" : "none";
}

function saysTooLittle(message: Message): boolean {
  const { length } = message.tokens;
  return length < WORDS_TO_WEIGH || (length < WORDS_OF_A_PHRASE && every.some(({ masks }) => has(message, masks)));
}

/** A known phrase that only sounds like it ("don't stop", "stop by") speaks against as much as its sense speaks for. */
function rulesWeigh(message: Message, sense: OptOut): number {
  if (sense === "stop") return RULES_WEIGH;
  return every.some(({ masks }) => has(message, masks)) ? -RULES_WEIGH : 0;
}

function senseOf(message: Message): OptOut {
  const resumes = every.some(({ startSense }) => has(message, startSense));
  const masked = hide(
    message,
    every.flatMap(({ masks }) => find(message, masks)),
  );
  if (every.some(({ stopSense }) => has(masked, stopSense))) return "stop";
  if (resumes) return "start";
  return clausesOf(message).some((clause) => every.some(({ stopClause }) => stopClause.test(clause))) ? "stop" : "none";
}

function wordsOf(message: Message): string {
  const said = message.tokens.map(({ text }) => text).filter((text) => /[a-z0-9]/.test(text));
  const spoken = said.filter((text) => !text.startsWith("emoji"));
  const words = spoken.length > 0 ? spoken : said;
  const spelled = words.every((word) => word.length === 1) && words.length > 2;
  return spelled ? ` ${words.join("")} ` : ` ${words.map((word) => `${word} `).join("")}`;
}

/** "Stop stop stop" is "stop"; an emoji beside a word adds nothing. */
function once(words: string): string {
  const kept = words.trim().split(" ");
  return ` ${kept
    .filter((word, i) => word !== kept[i - 1])
    .map((word) => `${word} `)
    .join("")}`;
}

function withoutCourtesy(words: string): string {
  const kept = every.reduce((rest, { courtesy }) => rest.replace(courtesy, ""), words);
  return kept.trim() === "" ? words : kept;
}

function clausesOf(message: Message): string[] {
  return message.plain.split(/(?<= )[.,!?;:()"-] /).map((clause) => ` ${clause.trim()} `);
}

function compileWords(words: OptOutWords, classes: WordClasses): Patterns {
  const whole = (part: readonly string[]) => compileWhole(part, classes);
  const within = (part: readonly string[]) => compile(part, classes);
  return {
    stop: whole(words.stop),
    start: whole(words.start),
    help: whole(words.help),
    ambiguous: whole(words.ambiguous),
    stopClause: whole(words.stopClause),
    stopSense: within(words.stopSense),
    startSense: within(words.startSense),
    masks: within(words.masks),
    courtesy: within(words.courtesy),
  };
}
