import { strongTypes } from "../lexicon/address.ts";
import { labels } from "../lexicon/address-cues.ts";
import { ordinalStreets } from "../lexicon/street-names.ts";
import { spokenNumber } from "./spoken-number.ts";
import { isTyped } from "./street-name.ts";
import { lineBefore, type Word } from "./words.ts";
import { isArticle } from "./written-name.ts";

const plainNumber = /^\d{1,6}(?:-\d{1,5})?(?:-?[a-z])?$/;
/** House numbers with a letter first: "A-12", and the grids of Wisconsin and Illinois: "N5432", "38W456". */
const letteredNumber = /^[a-z]-?\d{1,5}$|^[nsew]\d+ ?[nsew]\d+$|^\d{1,2}[nsew]\d{2,4}$/;

/** The house number at a place, and where the street's name begins. */
export function numberAt(words: readonly Word[], at: number): { text: string; to: number } | null {
  const word = words[at];
  const before = words[at - 1];
  if (!word || /^[$/]$/.test(before?.text ?? "")) return null;
  // "CO2" and "PH2" end in a number of their own.
  if (before?.end === word.start && /^[a-z]/.test(before.text)) return null;
  const single = spokenNumber([word.text])?.digits;
  const text = single ?? word.text;
  if (!plainNumber.test(text) && !letteredNumber.test(text)) return null;
  const sure = /^\d/.test(word.raw) || letteredNumber.test(word.text) || (!single && !saysTime(text));
  const needsType = !sure || /^[a-z]-?\d{1,3}$/.test(text);
  if (needsType && !isTyped(words, streetStart(words, at + 1))) return null;
  const letter = letterAfter(words, at);
  if (letter) return { text: `${text}${letter.text}`.toUpperCase(), to: letter.to };
  const half = words[at + 1]?.text === "1" && words[at + 2]?.text === "/" && words[at + 3]?.text === "2";
  const to = half ? at + 4 : at + 1;
  return { text: `${text.toUpperCase()}${half ? " 1/2" : ""}`, to: streetStart(words, to) };
}

/** "seven thirty" is a time of the day as often as a house. */
function saysTime(digits: string): boolean {
  return /^(?:[1-9]|1[0-2])(?:15|30|45)$/.test(digits);
}

/** The letter of "221 B Baker St" or "18 - C Elm St"; the one of "5 B St" is the street's. */
function letterAfter(words: readonly Word[], at: number): { text: string; to: number } | null {
  const dash = words[at + 1]?.text === "-";
  const place = dash ? at + 2 : at + 1;
  const text = words[place]?.text ?? "";
  const alone =
    /^[b-df-mo-rt-vxz]$/.test(text) && !strongTypes.has(words[place + 1]?.text ?? "") && isTyped(words, place + 1);
  if (dash && /^[a-z]$/.test(text)) return { text: `-${text}`, to: place + 1 };
  return alone ? { text, to: place + 1 } : null;
}

/** Past what joins a number to its street: "12, Oak St", "el 45 de la Maple", "1420 la Oak St". */
function streetStart(words: readonly Word[], at: number): number {
  let start = at;
  if (/^(?:,|de|del)$/.test(words[start]?.text ?? "")) start++;
  if (ordinalStreets.test(words[start + 1]?.text ?? "")) return start;
  return isArticle(words[start]) && /^[A-Z]/.test(words[start + 1]?.raw ?? "") ? start + 1 : start;
}

const counted =
  / (?:an?|my|our|your|un|una|mi|su|tu|son|somos|hay|tengo|tenemos|tiene|have|has|had|need|got|there's|theres|bring|about|like|como|unos|unas|paid|pay|charged|cost|pago|pague|cobraron) $/;
const endsRange = / \d+ (?:to|and|or|y|o|a|-) $/;

/** Whether the words before a number make it the number of something else: an order's, a model's year, a count. */
export function numbersSomethingElse(words: readonly Word[], at: number): boolean {
  const before = lineBefore(words, at);
  return labels.test(before) || counted.test(before) || endsRange.test(before);
}
