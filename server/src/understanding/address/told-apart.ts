import { abbreviatedTypes, directions } from "../lexicon/address.ts";
import { disowned, strongCues } from "../lexicon/address-cues.ts";
import { highwayEnd } from "./highway.ts";
import { numbersSomethingElse } from "./number.ts";
import { type Street, streetAt } from "./street.ts";
import { numberAfter } from "./street-first.ts";
import { nameEndAt, partOfName, strongEnd } from "./street-name.ts";
import { findPhrase, lineBefore, type Range, type Word } from "./words.ts";
import { isArticle, nameOf } from "./written-name.ts";

/** A street and its number that stand in clauses of their own, and where each stands. */
export type ToldApart = Street & { numberAt: Range | null };

const numberCue =
  / (?:(?:house|building|street|home) (?:number|no|num|#)|(?:the|our|my|we're|we are|i'm) number|number|numero|(?:house|home|place|building) is|casa es(?: la| el)?|numero de (?:la )?casa|soy el)(?: (?:is|es|:|#|just))* (?=\d)/;
const streetCue =
  / (?:street|road|calle|avenue|avenida)(?: name| called| named)?(?: (?:is|es|:|called|named|se llama|la|the))+ /;

/** "The number is 19. Street is Orchard Hill Rd": the street where it is announced. */
export function announcedStreet(words: readonly Word[]): ToldApart | null {
  const cue = findPhrase(words, streetCue);
  const end = cue && nameEndAt(words, cue.to, true);
  if (!cue || !end) return null;
  const after = numberAfter(words, end, true);
  if (after)
    return { number: after.text, street: nameOf(words.slice(cue.to, end)), from: cue.to, to: after.to, numberAt: null };
  const found = withNumber(words, cue.to, end);
  const isSure = found.number !== null || sureEnd(words, cue.to) === end;
  return isSure ? found : null;
}

const correctionCue =
  / (?:i mean|i meant|oops|correction|quise decir|perdon|digo|make that)(?: (?:,|i mean|i meant|es|it's|its))* /;

/** "3517 Ocotilo Dr oops I mean Ocotillo Dr": the street as it was said last, with its number. */
export function corrected<S extends Street>(words: readonly Word[], street: S): S {
  const rest = words.slice(street.to);
  const cue = findPhrase(rest, correctionCue);
  const from = street.to + (cue?.to ?? 0);
  const again = cue && streetAt(words, from, false);
  if (again) return { ...street, ...again };
  const end = cue && strongEnd(words, from);
  return end ? { ...street, street: nameOf(words.slice(from, end)), to: end } : street;
}

/** A street told without its number, "Birch Ln, can't remember the number", or with a number told elsewhere. */
export function unnumberedStreet(words: readonly Word[], asked: boolean): ToldApart | null {
  const numbered = findPhrase(words, numberCue) !== null;
  for (let at = 0; at < words.length; at++) {
    if (isArticle(words[at]) || (at > 0 && standsInsideName(words, at - 1)) || isDisowned(words, at)) continue;
    if (!asked && !numbered && !strongCues.test(lineBefore(words, at))) continue;
    const end = sureEnd(words, at) ?? directedEnd(words, at);
    if (end !== null) return withNumber(words, at, end);
  }
  return null;
}

function withNumber(words: readonly Word[], from: number, to: number): ToldApart {
  const cue = findPhrase(words, numberCue);
  const street = { street: nameOf(words.slice(from, to)), from, to };
  const text = words[cue?.to ?? words.length]?.text ?? "";
  const isHouse = cue && /^\d{1,6}(?:-?[a-z])?$/.test(text) && !numbersSomethingElse(words, cue.from);
  if (!isHouse) return { ...street, number: null, numberAt: null };
  return { ...street, number: text.toUpperCase(), numberAt: { from: cue.to, to: cue.to + 1 } };
}

/** "Not 12 Oak St": the street goes with the number that the customer takes back. */
function isDisowned(words: readonly Word[], at: number): boolean {
  return /^\d/.test(words[at - 1]?.text ?? "") && disowned.test(lineBefore(words, at - 1));
}

function standsInsideName(words: readonly Word[], at: number): boolean {
  return (
    partOfName(words, at, 0) && !isArticle(words[at]) && !/^(?:over|off|out|live|vive)$/.test(words[at]?.text ?? "")
  );
}

/** A name with a type that is no ordinary word, or one written with capitals: "birch ln", "Orchard Lane". */
function sureEnd(words: readonly Word[], at: number): number | null {
  const end = strongEnd(words, at);
  if (end === null) return isHighway(words, at) ? highwayEnd(words, at) : null;
  const name = words.slice(at, end);
  const capitals = name.every(({ raw }) => /^[A-Z\d]/.test(raw));
  return capitals || name.some(({ text }) => abbreviatedTypes.has(text)) ? end : null;
}

/** "Hwy 60", and not the "I am" that is spelt like "I 40". */
function isHighway(words: readonly Word[], at: number): boolean {
  const numbered = words.slice(at, at + 4).some(({ text }) => /^\d/.test(text));
  return numbered && /^[A-Z]/.test(words[at]?.raw ?? "");
}

/** "on SE Hawthorne": a direction and a name with a capital. */
function directedEnd(words: readonly Word[], at: number): number | null {
  const directed = Object.hasOwn(directions, words[at]?.text ?? "") && /^[NSEW]/.test(words[at]?.raw ?? "");
  const placed = /^(?:on|en|sobre)$/.test(words[at - 1]?.text ?? "");
  return directed && placed && /^[A-Z]/.test(words[at + 1]?.raw ?? "") ? (nameEndAt(words, at, true) ?? at + 2) : null;
}
