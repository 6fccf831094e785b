import { spanishSquares, spanishTypes } from "../lexicon/address.ts";
import { highwayEnd } from "./highway.ts";
import type { Street } from "./street.ts";
import { partOfName, strongEnd } from "./street-name.ts";
import type { Word } from "./words.ts";
import { isArticle, nameOf } from "./written-name.ts";

const longestName = 5;
const houseNumber = /^(?:\d{1,6}(?:-?[a-z])?|[a-z]-?\d{1,4})$/;

/**
 * A street told before its number, as in Spanish: "Calle Sol 123", "en la Oak St 45", "calle Olmo, el numero es 27". A
 * number without a word for it is believed only after a Spanish type or article.
 */
export function streetFirstAt(words: readonly Word[], at: number): Street | null {
  const { text = "" } = words[at] ?? {};
  const isSquare = spanishSquares.has(text) && /^[A-Z]/.test(words[at + 1]?.raw ?? "");
  return spanishTypes.has(text) || isSquare ? spanishStreetAt(words, at) : englishStreetAt(words, at);
}

function spanishStreetAt(words: readonly Word[], at: number): Street | null {
  for (let end = at + 1; end <= at + longestName && end < words.length; end++) {
    const number = isWhole(words, at + 1, end) ? numberAfter(words, end, true) : null;
    if (number && !/^(?:st|nd|rd|th)$/.test(words[number.to]?.text ?? ""))
      return { number: number.text, street: nameOf(words.slice(at, end)), from: at, to: number.to };
    if (!joins.test(words[end]?.text ?? "") && !isNameWord(words, end, end - at - 1)) return null;
  }
  return null;
}

const joins = /^(?:de|del|la|las|los|el|y)$/;

/** "del" is not yet a name, "del Sol" is. */
function isWhole(words: readonly Word[], from: number, to: number): boolean {
  return to > from && !joins.test(words[to - 1]?.text ?? "");
}

function isNameWord(words: readonly Word[], at: number, position: number): boolean {
  return /^(?:\d{1,3}|[NS]?[OE])$/.test(words[at]?.raw ?? "") || partOfName(words, at, position);
}

function englishStreetAt(words: readonly Word[], at: number): Street | null {
  if (at > 0 && partOfName(words, at - 1, 0) && !isArticle(words[at - 1])) return null;
  const end = highwayEnd(words, at) ?? strongEnd(words, at);
  const number = end === null ? null : numberAfter(words, end, isArticle(words[at - 1]));
  if (end === null || !number) return null;
  return { number: number.text, street: nameOf(words.slice(at, end)), from: at, to: number.to };
}

/** A house number right after a street; one that stands bare only where `bare` allows it. */
export function numberAfter(words: readonly Word[], at: number, bare: boolean): { text: string; to: number } | null {
  let to = at;
  while (/^(?:,|\.|el|the|house|con|y|and)$/.test(words[to]?.text ?? "")) to++;
  const said =
    /^(?:number|numero|num)$/.test(words[to]?.text ?? "") || (bare && /^(?:#|no)$/.test(words[to]?.text ?? ""));
  if (!said && (!bare || to > at)) return null;
  if (said) to++;
  while (said && /^(?:is|es|:|\.|#)$/.test(words[to]?.text ?? "")) to++;
  const text = words[to]?.text ?? "";
  return houseNumber.test(text) ? { text: text.toUpperCase(), to: to + 1 } : null;
}
