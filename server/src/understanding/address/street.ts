import {
  bareStreets,
  directions,
  floorWords,
  notStreet,
  roadWords,
  spanishTypes,
  strongTypes,
  unitWords,
  weakTypes,
} from "../lexicon/address.ts";
import { beginsCity, beginsTown } from "./place.ts";
import { nameOf, type Word } from "./words.ts";

/** A street found in the words: `from` to `to` (exclusive). */
export type Street = { number: string | null; street: string; from: number; to: number };

const houseNumber = /^\d{1,6}(?:-\d{1,5})?(?:-?[a-z])?$/;
const roadNumber = /^(?:\d{1,4}[a-z]?|[a-z]{1,2}|\d{1,4}-[a-z])$/;
const longestName = 5;

/** A house number and a street that begin at `at`; `named` accepts a street without a type. */
export function streetAt(words: readonly Word[], at: number, named: boolean): Street | null {
  const number = numberAt(words, at);
  if (!number) return null;
  const ends = [highwayEnd, strongEnd, endBeforeTown, prefixedEnd, weakEnd, bareEnd, ...(named ? [namedEnd] : [])];
  const start = /^(?:,|de|del)$/.test(words[number.to]?.text ?? "") ? number.to + 1 : number.to;
  for (const endOf of ends) {
    const end = endOf(words, start);
    if (end !== null) return { number: number.text, street: nameOf(words.slice(start, end)), from: at, to: end };
  }
  return null;
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
  return /^(?:rr|hc|hcr|\d+[a-z])$/.test(word.text) ? word.text.toUpperCase() : nameOf([word]);
}

/** Whether a name with a street type follows the number at `at`. */
export function isTyped(words: readonly Word[], at: number): boolean {
  return typeIn(words, at + 1, strongTypes) !== null;
}

/** House numbers that are written as words: "One Main Street". */
const spelledNumbers: ReadonlyMap<string, string> = new Map(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, i) => [word, `${i + 1}`]),
);

function numberAt(words: readonly Word[], at: number): { text: string; to: number } | null {
  const said = words[at]?.text ?? "";
  const text = spelledNumbers.get(said) ?? said;
  if (text !== said && !isTyped(words, at)) return null;
  if (!houseNumber.test(text) || /^[$]$/.test(words[at - 1]?.text ?? "")) return null;
  const flat = words[at + 1]?.text === "-" && /^[a-z]$/.test(words[at + 2]?.text ?? "");
  if (flat) return { text: `${text}-${words[at + 2]?.text ?? ""}`.toUpperCase(), to: at + 3 };
  const half = words[at + 1]?.text === "1" && words[at + 2]?.text === "/" && words[at + 3]?.text === "2";
  return half ? { text: `${text} 1/2`, to: at + 4 } : { text: text.toUpperCase(), to: at + 1 };
}

/** "Highway 290 W", "County Road 12", "FM 1460", "US-41", and the grid of Utah: "South 500 East". */
function highwayEnd(words: readonly Word[], at: number): number | null {
  if (isGrid(words, at)) return /^(?:road|rd|street|st)$/.test(words[at + 3]?.text ?? "") ? at + 4 : at + 3;
  let i = at;
  while (directionOf(words[i])) i++;
  const first = i;
  while (isRoadWord(words, i) || (i > first && /^(?:road|rd|to|market|-|no|#|number)$/.test(words[i]?.text ?? ""))) i++;
  const road = words
    .slice(first, i)
    .some(({ text }) => !/^(?:county|state|farm|park|ranch|business|old|#|-)$/.test(text));
  if (!road || !roadNumber.test(words[i]?.text ?? "")) return null;
  const name = words[i]?.text ?? "";
  const after = words[i + 1]?.text ?? "";
  if (/^[a-z]+$/.test(name) && (directionOf(words[i]) || strongTypes.has(after) || weakTypes.has(after))) return null;
  const end = /^(?:hwy|highway|road|rd)$/.test(after) ? i + 2 : i + 1;
  return directionOf(words[end]) ? end + 1 : end;
}

function isGrid(words: readonly Word[], at: number): boolean {
  return directionOf(words[at]) && /^\d{2,5}$/.test(words[at + 1]?.text ?? "") && directionOf(words[at + 2]);
}

/** A word for a numbered road; "old" and a state's name before one belong to it. */
function isRoadWord(words: readonly Word[], at: number): boolean {
  const [text = "", next = "", number = ""] = [0, 1, 2].map((ahead) => words[at + ahead]?.text ?? "");
  if (roadWords.has(text) || (/^(?:co|c)$/.test(text) && /^(?:rd|r)$/.test(next))) return true;
  if (text === "old") return roadWords.has(next);
  const numbered = /^(?:highway|hwy|route|rte|rt|state)$/.test(next);
  return numbered && (/^[a-z]{2}$/.test(text) || (/^[a-z]+$/.test(text) && /^\d/.test(number) && !notStreet.has(text)));
}

/** A name that ends in a frequent street type, and the letter or direction after it. */
function strongEnd(words: readonly Word[], at: number): number | null {
  const type = typeIn(words, at, strongTypes);
  if (type === null) return null;
  if (words[type]?.text === "st" && beginsCity(words, type)) return type;
  let end = type + 1;
  if (/^(?:ave|avenue)$/.test(words[type]?.text ?? "") && isLetter(words, end)) return end + 1;
  while (continuesType(words[end]?.text ?? "")) end++;
  return afterDirection(words, end);
}

/** A name that ends in a word which is a street type only for want of another. */
function weakEnd(words: readonly Word[], at: number): number | null {
  const type = typeIn(words, at, weakTypes);
  return type === null ? null : afterDirection(words, type + 1);
}

function continuesType(text: string): boolean {
  return text === "ext" || (strongTypes.has(text) && !/^(?:st|way|run|row)$/.test(text));
}

/** Past the direction that ends a street's name, unless it begins a town's: "Main St West Lafayette". */
function afterDirection(words: readonly Word[], at: number): number {
  if (words[at]?.text === "," && /^(?:nw|ne|sw|se)$/.test(words[at + 1]?.text ?? "")) return at + 2;
  if (!directionOf(words[at]) || beginsCity(words, at)) return at;
  const pair = /^[ns]$/.test(words[at]?.text ?? "") && /^[ew]$/.test(words[at + 1]?.text ?? "");
  return pair ? at + 2 : at + 1;
}

/** A single letter that names an avenue, as in "Avenue H". */
function isLetter(words: readonly Word[], at: number): boolean {
  return /^[a-df-mo-rt-vx-z]$/.test(words[at]?.text ?? "");
}

/** Where the first of these types stands after at least one word of a name. */
function typeIn(words: readonly Word[], at: number, types: ReadonlySet<string>): number | null {
  let name = 0;
  for (let i = at; i < words.length && i - at <= longestName + 1; i++) {
    const text = words[i]?.text ?? "";
    if (name > 0 && types.has(text) && !isSaint(words, at, i)) return i;
    if (!partOfName(text, i - at)) return null;
    if (!directionOf(words[i]) || strongTypes.has(words[i + 1]?.text ?? "")) name++;
  }
  return null;
}

/** "N St Louis Ave", "S Dr Martin Luther King": a title before a name, where nothing but a direction came before it. */
function isSaint(words: readonly Word[], from: number, at: number): boolean {
  const onlyDirection = at === from + 1 && directionOf(words[from]);
  const next = words[at + 1]?.text ?? "";
  return (
    onlyDirection && /^(?:st|dr|mt|ft)$/.test(words[at]?.text ?? "") && /^[a-z]{4,}$/.test(next) && partOfName(next, 1)
  );
}

function partOfName(text: string, position: number): boolean {
  if (/^\d/.test(text)) return /^\d+(?:st|nd|rd|th)$/.test(text) || (position <= 1 && /^\d{1,3}$/.test(text));
  if (text === "of") return position > 0;
  return /^[a-z\u00f1]/.test(text) && !notStreet.has(text) && !unitWords.has(text);
}

/** "Avenue H", "Avenue of the Americas", "Calle Ocho", "El Camino Real". */
function prefixedEnd(words: readonly Word[], at: number): number | null {
  const i = directionOf(words[at]) ? at + 1 : at;
  const first = words[i]?.text ?? "";
  if (/^(?:avenue|ave)$/.test(first)) {
    const of = words[i + 1]?.text === "of";
    if (of) return i + (words[i + 2]?.text === "the" ? 4 : 3);
    return isLetter(words, i + 1) ? i + 2 : null;
  }
  const spanish = spanishTypes.has(first) || /^(?:el|la|los|las|via|rancho|rue)$/.test(first);
  return spanish && partOfName(words[i + 1]?.text ?? "", 1) ? nameEnd(words, i + 1) : null;
}

/** A name without a type that ends where a known town with its state or ZIP begins: "123 Maple Rochester, New York". */
function endBeforeTown(words: readonly Word[], at: number): number | null {
  const first = directionOf(words[at]) ? at + 2 : at + 1;
  const longest = nameEnd(words, at);
  for (let end = first; end <= longest && end < words.length; end++) if (beginsTown(words, end)) return end;
  return null;
}

/** A name of one to three words without a type, believed because an address was asked for or announced. */
function namedEnd(words: readonly Word[], at: number): number | null {
  const end = nameEnd(words, at);
  return end > at ? end : null;
}

function nameEnd(words: readonly Word[], at: number): number {
  let i = at;
  while (i < words.length && i - at < 3 && continuesName(words, i, i - at)) i++;
  return i;
}

function continuesName(words: readonly Word[], at: number, position: number): boolean {
  const text = words[at]?.text ?? "";
  const floor = /^(?:\d+(?:st|nd|rd|th)|first|second|third)$/.test(text) && floorWords.has(words[at + 1]?.text ?? "");
  return partOfName(text, position) && !/^\d{1,3}$/.test(text) && !floor;
}

function bareEnd(words: readonly Word[], at: number): number | null {
  const i = directionOf(words[at]) ? at + 1 : at;
  return bareStreets.has(words[i]?.text ?? "") ? i + 1 : null;
}

/** Whether the word is a compass direction. */
export function directionOf(word: Word | undefined): boolean {
  return word !== undefined && Object.hasOwn(directions, word.text);
}
