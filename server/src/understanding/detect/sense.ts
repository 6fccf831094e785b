import type { Surroundings } from "../lexicon/danger.ts";
import { has, type Message, plainOf, type Span } from "../text/message.ts";
import { compile, type WordClasses } from "../text/patterns.ts";

/** In what sense a danger is spoken of; `over` is lately, or ended by others. */
export type Sense = "present" | "over" | "past" | "denied" | "imagined";

/** The words around a danger, compiled. The `...Before` patterns end where the danger begins. */
export type SurroundingPatterns = {
  masks: readonly RegExp[];
  calm: RegExp;
  deniedBefore: RegExp;
  imaginedBefore: RegExp;
  doubtBefore: RegExp;
  serviceBefore: RegExp;
  happenedBefore: RegExp;
  old: RegExp;
  recent: RegExp;
  present: RegExp;
  ended: RegExp;
};

const inClause = "(?:(?!(?:but|because|so|pero|porque) )[^ ,.!?]+ )";
const impersonal = "(?:(?!(?:but|because|pero|my|our|i|we|it|is|are|now|mi|nuestra|tengo|huele|hay) )[^ ,.!?]+ )";

/** A language's surroundings and the classes of words that they name. */
export type Setting = { words: Surroundings; classes: WordClasses };

/** Compiles the surroundings of all languages together: dangers are told in a mixture. */
export function compileSurroundings(settings: readonly Setting[]): SurroundingPatterns {
  const any = (part: keyof Surroundings) =>
    settings.map(({ words, classes }) => compile(words[part], classes).source).join("|");
  const anywhere = (part: keyof Surroundings) => new RegExp(any(part), "g");
  const before = (part: keyof Surroundings, gap: string) => new RegExp(`(?:${any(part)})${gap}$`);
  const transparent = settings.flatMap(({ words }) => words.transparent).join("|");
  return {
    // One pattern each: two idioms may overlap, and both are to be covered.
    masks: settings.flatMap(({ words, classes }) => words.masks.map((mask) => compile([mask], classes))),
    calm: anywhere("calm"),
    deniedBefore: before("negations", `(?:(?:${transparent}) ){0,5}`),
    imaginedBefore: before("imagined", `${inClause}{0,4}`),
    doubtBefore: before("doubt", `${inClause}{0,6}`),
    serviceBefore: before("service", `${impersonal}{0,6}`),
    happenedBefore: before("happened", ""),
    old: anywhere("old"),
    recent: anywhere("recent"),
    present: anywhere("present"),
    ended: anywhere("ended"),
  };
}

/** The sense in which the danger at `span` is spoken of. */
export function senseOf(message: Message, span: Span, around: SurroundingPatterns): Sense {
  const sentence = sentenceOf(message, span);
  const before = plainOf(message, { from: sentence.from, to: span.from });
  const imagined = around.imaginedBefore.test(before) && !around.doubtBefore.test(before);
  if (around.deniedBefore.test(before)) return "denied";
  if (imagined || around.serviceBefore.test(before)) return "imagined";
  if (isPresent(message, span, sentence, around)) return "present";
  const whole = plainOf(message, sentence);
  if (whole.search(around.old) >= 0) return "past";
  if (has(message, around.ended) || around.happenedBefore.test(before)) return "over";
  return whole.search(around.recent) >= 0 ? "over" : "present";
}

/** "Still", "again", "is leaking" close to the danger: it goes on, whenever it began. */
function isPresent(message: Message, span: Span, sentence: Span, around: SurroundingPatterns): boolean {
  const close = { from: Math.max(sentence.from, span.from - 4), to: Math.min(sentence.to, span.to + 4) };
  return plainOf(message, close).search(around.present) >= 0;
}

function sentenceOf(message: Message, span: Span): Span {
  const ends = (i: number) => /^[.!?]$/.test(message.tokens[i]?.text ?? "");
  let { from, to } = span;
  while (from > 0 && !ends(from - 1)) from--;
  while (to < message.tokens.length && !ends(to)) to++;
  return { from, to };
}
