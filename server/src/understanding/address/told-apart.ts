import { abbreviatedTypes, directions, strongCues } from "../lexicon/address.ts";
import { numbersSomethingElse } from "./number.ts";
import { type Street, streetAt } from "./street.ts";
import { highwayEnd, nameEndAt, partOfName, strongEnd } from "./street-name.ts";
import { findPhrase, lineBefore, nameOf, type Range, type Word } from "./words.ts";

/** A street and its number that stand in clauses of their own, and where each stands. */
export type ToldApart = Street & { numberAt: Range | null };

const numberCue =
  / (?:(?:house|building|street|home) (?:number|no|num|#)|(?:the|our|my|we're|we are|i'm) number|number|numero|(?:house|home|place|building) is|casa es(?: la| el)?|soy el)(?: (?:is|es|:|#|just))* (?=\d)/;
const streetCue =
  / (?:street|road|calle|avenue|avenida)(?: name| called| named)?(?: (?:is|es|:|called|named|se llama|la|the))+ /;

/** "The number is 19. Street is Orchard Hill Rd": the street where it is announced. */
export function announcedStreet(words: readonly Word[]): ToldApart | null {
  const cue = findPhrase(words, streetCue);
  const end = cue && nameEndAt(words, cue.to, true);
  return cue && end ? withNumber(words, cue.to, end) : null;
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
    if (isArticle(words[at]) || (at > 0 && continuesName(words, at - 1))) continue;
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
  const isHouse = cue && /^\d{1,6}(?:-?[a-z])?$/.test(text) && !numbersSomethingElse(words, cue.from + 1);
  if (!isHouse) return { ...street, number: null, numberAt: null };
  return { ...street, number: text.toUpperCase(), numberAt: { from: cue.to, to: cue.to + 1 } };
}

function continuesName(words: readonly Word[], at: number): boolean {
  return (
    partOfName(words, at, 0) && !isArticle(words[at]) && !/^(?:over|off|out|live|vive)$/.test(words[at]?.text ?? "")
  );
}

function isArticle(word: Word | undefined): boolean {
  return /^(?:la|el|las|los)$/.test(word?.raw ?? "");
}

/** A name with a type that is no ordinary word, or one written with capitals: "birch ln", "Orchard Lane". */
function sureEnd(words: readonly Word[], at: number): number | null {
  const end = strongEnd(words, at);
  if (end === null) return /^[A-Z]/.test(words[at]?.raw ?? "") ? highwayEnd(words, at) : null;
  const name = words.slice(at, end);
  const capitals = name.every(({ raw }) => /^[A-Z\d]/.test(raw));
  return capitals || name.some(({ text }) => abbreviatedTypes.has(text)) ? end : null;
}

/** "on SE Hawthorne": a direction and a name with a capital. */
function directedEnd(words: readonly Word[], at: number): number | null {
  const directed = Object.hasOwn(directions, words[at]?.text ?? "") && /^[NSEW]/.test(words[at]?.raw ?? "");
  const placed = /^(?:on|en|sobre)$/.test(words[at - 1]?.text ?? "");
  return directed && placed && /^[A-Z]/.test(words[at + 1]?.raw ?? "") ? (nameEndAt(words, at, true) ?? at + 2) : null;
}
