import {
  bareStreets,
  directions,
  notStreet,
  roadWords,
  spanishTypes,
  strongTypes,
  unitWords,
  weakTypes,
} from "../lexicon/address.ts";
import { nameOf, type Word } from "./words.ts";

/** A street found in the words: `from` to `to` (exclusive). */
export type Street = { number: string | null; street: string; from: number; to: number };

const houseNumber = /^\d{1,6}(?:-\d{1,5})?[a-z]?$/;
const roadNumber = /^(?:\d{1,4}[a-z]?|[a-z]{1,2}|\d{1,4}-[a-z])$/;
const longestName = 5;

/** A house number and a street that begin at `at`; `named` accepts a street without a type. */
export function streetAt(words: readonly Word[], at: number, named: boolean): Street | null {
  const number = numberAt(words, at);
  if (!number) return null;
  const end =
    highwayEnd(words, number.to) ??
    typedEnd(words, number.to) ??
    (named ? namedEnd(words, number.to) : null) ??
    bareEnd(words, number.to);
  return end === null ? null : { number: number.text, street: nameOf(words.slice(number.to, end)), from: at, to: end };
}

/** A street told the Spanish way, type and name before the number: "Calle Sol 123". */
export function spanishStreetAt(words: readonly Word[], at: number): Street | null {
  if (!spanishTypes.has(words[at]?.text ?? "")) return null;
  for (let i = at + 2; i <= at + longestName && i < words.length; i++) {
    const here = words[i]?.text ?? "";
    const sign = /^(?:#|no|num|numero)$/.test(here);
    const number = words[sign ? i + 1 : i]?.text ?? "";
    const named = words.slice(at + 1, i).every((each) => /^[a-z0-9\u00f1]/.test(each.text));
    if (/^\d{1,6}[a-z]?$/.test(number) && named && (sign || !/^(?:de|st|nd|rd|th)$/.test(words[i + 1]?.text ?? ""))) {
      return { number: number.toUpperCase(), street: nameOf(words.slice(at, i)), from: at, to: sign ? i + 2 : i + 1 };
    }
  }
  return null;
}

/** A rural route with its box: it has no number. */
export function ruralRouteAt(words: readonly Word[], at: number): Street | null {
  const texts = words.slice(at, at + 8).map((each) => each.text);
  const joined = ` ${texts.join(" ")} `;
  const match =
    /^ (?:rr|r r|rural (?:route|rt|rte)|hc|hcr|star (?:route|rt)|ruta rural|highway contract(?: route)?) (?:# |no |number )?\d+[a-z]? (?:, )?(?:box|bx|caja|buzon) (?:# |no )?\d+[a-z]? /.exec(
      joined,
    ) ?? /^ (?:rr|rural (?:route|rt|rte)|ruta rural) (?:# |no )?\d+ /.exec(joined);
  if (!match) return null;
  const to = at + match[0].trim().split(" ").length;
  const kept = words.slice(at, to).filter((each) => /^[a-z0-9]/.test(each.text));
  return { number: null, street: kept.map(routeWord).join(" "), from: at, to };
}

function routeWord(word: Word): string {
  return /^(?:rr|hc|hcr)$/.test(word.text) ? word.text.toUpperCase() : nameOf([word]);
}

function numberAt(words: readonly Word[], at: number): { text: string; to: number } | null {
  const text = words[at]?.text ?? "";
  if (!houseNumber.test(text) || /^[$]$/.test(words[at - 1]?.text ?? "")) return null;
  const half = words[at + 1]?.text === "1" && words[at + 2]?.text === "/" && words[at + 3]?.text === "2";
  return half ? { text: `${text} 1/2`, to: at + 4 } : { text: text.toUpperCase(), to: at + 1 };
}

/** "Highway 290 W", "County Road 12", "FM 1460", "US-41". */
function highwayEnd(words: readonly Word[], at: number): number | null {
  let i = at;
  while (directionOf(words[i])) i++;
  const first = i;
  while (roadWords.has(words[i]?.text ?? "") || (i > first && /^(?:road|rd|to|market)$/.test(words[i]?.text ?? "")))
    i++;
  if (i === first) return null;
  if (words[i]?.text === "-") i++;
  if (!roadNumber.test(words[i]?.text ?? "") || strongTypes.has(words[i + 1]?.text ?? "")) return null;
  const after = i + 1;
  return directionOf(words[after]) ? after + 1 : after;
}

/** A name that ends in a street type, and the direction after it. */
function typedEnd(words: readonly Word[], at: number): number | null {
  const strong = typeIn(words, at, strongTypes) ?? typeIn(words, at, weakTypes);
  if (strong === null) return prefixedEnd(words, at);
  let end = strong + 1;
  while (strongTypes.has(words[end]?.text ?? "") && !/^(?:st|way|run|row)$/.test(words[end]?.text ?? "")) end++;
  if (words[end]?.text === ".") end++;
  return directionOf(words[end]) ? end + 1 : end;
}

/** Where the first of these types stands after at least one word of a name. */
function typeIn(words: readonly Word[], at: number, types: ReadonlySet<string>): number | null {
  let name = 0;
  for (let i = at; i < words.length && i - at <= longestName + 1; i++) {
    const text = words[i]?.text ?? "";
    if (name > 0 && types.has(text)) return i;
    if (text === "." && (words[i - 1]?.text.length ?? 9) <= 2) continue;
    if (!partOfName(text, i - at)) return null;
    if (!directionOf(words[i]) || strongTypes.has(words[i + 1]?.text ?? "")) name++;
  }
  return null;
}

function partOfName(text: string, position: number): boolean {
  if (/^\d/.test(text)) return /^\d+(?:st|nd|rd|th)$/.test(text) || (position <= 1 && /^\d{1,3}$/.test(text));
  return /^[a-z\u00f1]/.test(text) && !notStreet.has(text) && !unitWords.has(text);
}

/** "Avenue H", "Avenue of the Americas", "Calle Ocho", "El Camino Real". */
function prefixedEnd(words: readonly Word[], at: number): number | null {
  const i = directionOf(words[at]) ? at + 1 : at;
  const first = words[i]?.text ?? "";
  if (/^(?:avenue|ave)$/.test(first)) {
    const of = words[i + 1]?.text === "of" && words[i + 2]?.text === "the";
    if (of) return i + 4;
    return /^[a-z]$/.test(words[i + 1]?.text ?? "") ? i + 2 : null;
  }
  const spanish = spanishTypes.has(first) || /^(?:el|la|los|las|via|rancho)$/.test(first);
  return spanish && partOfName(words[i + 1]?.text ?? "", 1) ? nameEnd(words, i + 1) : null;
}

/** A name of one to three words without a type, believed because an address was asked for or announced. */
function namedEnd(words: readonly Word[], at: number): number | null {
  const end = nameEnd(words, at);
  return end > at ? end : null;
}

function nameEnd(words: readonly Word[], at: number): number {
  let i = at;
  while (
    i < words.length &&
    i - at < 3 &&
    partOfName(words[i]?.text ?? "", i - at) &&
    !/^\d{1,3}$/.test(words[i]?.text ?? "")
  )
    i++;
  return i;
}

function bareEnd(words: readonly Word[], at: number): number | null {
  const i = directionOf(words[at]) ? at + 1 : at;
  return bareStreets.has(words[i]?.text ?? "") ? i + 1 : null;
}

/** Whether the word is a compass direction. */
export function directionOf(word: Word | undefined): boolean {
  return word !== undefined && Object.hasOwn(directions, word.text);
}
