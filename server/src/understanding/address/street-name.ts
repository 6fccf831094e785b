import { bareStreets, floorWords, spanishTypes, strongTypes, unitWords, weakTypes } from "../lexicon/address.ts";
import { calendarWords, notStreet } from "../lexicon/street-names.ts";
import { highwayEnd } from "./highway.ts";
import { beginsCity, beginsTown } from "./place.ts";
import { directionOf, type Word } from "./words.ts";
import { isArticle } from "./written-name.ts";

const longestName = 5;

/** Where a street's name that begins at `at` ends (exclusive); `named` accepts a name without a type. */
export function nameEndAt(words: readonly Word[], at: number, named: boolean): number | null {
  const ends = [highwayEnd, strongEnd, endBeforeTown, prefixedEnd, weakEnd, bareEnd, ...(named ? [namedEnd] : [])];
  for (const endOf of ends) {
    const end = endOf(words, at);
    if (end !== null) return end;
  }
  return null;
}

/** Whether a name with a frequent street type begins here. */
export function isTyped(words: readonly Word[], at: number): boolean {
  return typeIn(words, at, strongTypes) !== null;
}

/** A name that ends in a frequent street type, and the letter or direction after it. */
export function strongEnd(words: readonly Word[], at: number): number | null {
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
    if (!partOfName(words, i, i - at) && !isTitled(words[i])) return null;
    const isCounted = !directionOf(words[i]) && !isArticle(words[i]);
    if (isCounted || strongTypes.has(words[i + 1]?.text ?? "")) name++;
  }
  return null;
}

/** A capital makes a name of any word between a number and a type: "404 Not Found Ln". */
function isTitled(word: Word | undefined): boolean {
  return /^[A-Z][a-z]/.test(word?.raw ?? "");
}

/** "N St Louis Ave", "S Dr Martin Luther King": a title before a name, where nothing but a direction came before it. */
function isSaint(words: readonly Word[], from: number, at: number): boolean {
  const onlyDirection = at === from + 1 && directionOf(words[from]);
  const next = words[at + 1]?.text ?? "";
  return (
    onlyDirection &&
    /^(?:st|dr|mt|ft)$/.test(words[at]?.text ?? "") &&
    /^[a-z]{4,}$/.test(next) &&
    partOfName(words, at + 1, 1)
  );
}

/** Whether a word may stand in a street's name, `position` words after its beginning. */
export function partOfName(words: readonly Word[], at: number, position: number): boolean {
  const { text = "", raw = "" } = words[at] ?? {};
  const typed = strongTypes.has(words[at + 1]?.text ?? "");
  if (/^\d/.test(text)) return /^\d+(?:st|nd|rd|th)$/.test(text) || (typed && position <= 1 && /^\d{1,3}$/.test(text));
  if (text === "of") return position > 0;
  if (calendarWords.has(text)) return typed || /^[A-Z]/.test(raw);
  return /^[a-z\u00f1]/.test(text) && !notStreet.has(text) && !beginsUnit(words, at);
}

/** "villa 3" is a unit, "Villa Ave" a street. */
function beginsUnit(words: readonly Word[], at: number): boolean {
  return unitWords.has(words[at]?.text ?? "") && !strongTypes.has(words[at + 1]?.text ?? "");
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
  let name = i + 1;
  while (spanish && /^(?:de|del|la|las|los)$/.test(words[name]?.text ?? "")) name++;
  // "104, la de ayer" goes on with the sentence.
  if (isArticle(words[i]) && words[i - 1]?.text === ",") return null;
  const isType = isArticle(words[i]) && /^(?:calle|avenida)$/.test(words[name]?.text ?? "");
  return spanish && !isType && partOfName(words, name, 1) ? nameEnd(words, name) : null;
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
  const named = words.slice(at, end).some(({ text }) => !/^(?:el|la|los|las|de|del)$/.test(text));
  return named ? end : null;
}

function nameEnd(words: readonly Word[], at: number): number {
  let i = at;
  while (i < words.length && i - at < 3 && continuesName(words, i, i - at)) i++;
  return i;
}

function continuesName(words: readonly Word[], at: number, position: number): boolean {
  const text = words[at]?.text ?? "";
  const floor = /^(?:\d+(?:st|nd|rd|th)|first|second|third)$/.test(text) && floorWords.has(words[at + 1]?.text ?? "");
  return partOfName(words, at, position) && !calendarWords.has(text) && !/^\d{1,3}$/.test(text) && !floor;
}

function bareEnd(words: readonly Word[], at: number): number | null {
  const i = directionOf(words[at]) ? at + 1 : at;
  return bareStreets.has(words[i]?.text ?? "") ? i + 1 : null;
}
