import { buildingWords, dwellingWords, floorWords, unitWords } from "../lexicon/address.ts";
import { placeAt } from "./place.ts";
import { spokenNumber } from "./spoken-number.ts";
import { isTown } from "./town.ts";
import { skipSigns, type Word } from "./words.ts";

/** A unit found in the words, and where the words go on. */
export type Unit = { unit: string | null; to: number };

const id = /^(?:\d{1,5}[a-z]{0,2}|[a-z]\d{0,4}[a-z]?|\d{1,4}-[a-z0-9]{1,4}|[a-z]\d{0,3}-[a-z0-9]{1,4})$/;
const ordinal = /^(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|ground|top|primer|segundo|tercer|tercero)$/;

/** The unit that stands right after a street, commas aside: "apt 3B", "#4", "bldg 2 unit 7", "2nd floor". */
export function unitAt(words: readonly Word[], at: number): Unit {
  let to = at;
  let unit: string | null = null;
  for (let i = skipSigns(words, at); i < words.length; i = skipSigns(words, to)) {
    const found = oneUnit(words, i);
    if (!found) break;
    unit = found.unit;
    to = found.to;
  }
  return { unit, to };
}

/** The unit that stands right before a house number: "apt 3B, 1420 Oak St". */
export function unitBefore(words: readonly Word[], before: number): string | null {
  const end = /^(?:[,.-]|at|en|on|in)$/.test(words[before - 1]?.text ?? "") ? before - 1 : before;
  for (const length of [4, 3, 2]) {
    const found = end - length >= 0 ? oneUnit(words, end - length) : null;
    const first = words[end - length]?.text ?? "";
    if (
      found &&
      found.to === end &&
      ((unitWords.has(first) && first !== "no") || floorWords.has(words[end - 1]?.text ?? ""))
    ) {
      return found.unit;
    }
  }
  const bare = words[end - 1]?.text ?? "";
  return end < before && /^\d{1,4}[a-z]$/.test(bare) ? bare.toUpperCase() : null;
}

/** A unit told anywhere by a word that means nothing else: "Apt 12, the building is 940 Euclid Ave". */
export function unitAnywhere(words: readonly Word[]): (Unit & { from: number }) | null {
  for (let at = 0; at < words.length; at++) {
    const found = isDwelling(words, at) ? oneUnit(words, at) : null;
    const raw = words[(found?.to ?? 0) - 1]?.raw ?? "";
    if (found && /\d|^[A-Z]$/.test(raw)) return { ...found, from: at };
  }
  return null;
}

/** "room 418" is a room of a hotel, "room 2" any. */
function isDwelling(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text ?? "";
  const room = /^(?:room|rm|habitacion|cuarto)$/.test(text) && /^\d{3,4}$/.test(words[at + 1]?.text ?? "");
  return room || dwellingWords.has(text);
}

function oneUnit(words: readonly Word[], at: number): { unit: string; to: number } | null {
  const text = words[at]?.text ?? "";
  const next = words[at + 1]?.text ?? "";
  if (text === "#" && id.test(next)) return idAt(words, at + 1);
  if (unitWords.has(text) || buildingWords.has(text) || floorWords.has(text)) {
    let start = at + 1;
    while (/^(?:#|no|number|numero|num|is|es|el|la|\.|:)$/.test(words[start]?.text ?? "")) start++;
    const spoken = spokenNumber([words[start]?.text ?? ""])?.digits;
    if (spoken) return { unit: spoken, to: start + 1 };
    return id.test(words[start]?.text ?? "") ? idAt(words, start) : null;
  }
  if (ordinal.test(text) && floorWords.has(next))
    return { unit: `${words[at]?.raw} ${words[at + 1]?.raw}`, to: at + 2 };
  if (isBareNumber(words, at)) return idAt(words, at);
  return /^\d{1,4}[a-z]$|^[a-z]\d{1,4}$/.test(text) && !/^(?:\d+[ap])$/.test(text) ? idAt(words, at) : null;
}

/** "203 N Wabash, 608, Chicago, IL": a number between the street and the town. */
function isBareNumber(words: readonly Word[], at: number): boolean {
  if (!/^\d{1,4}$/.test(words[at]?.text ?? "")) return false;
  if (at + 1 === words.length && !/^[,.\n(-]$/.test(words[at - 1]?.text ?? "")) return true;
  if (words[at + 1]?.text !== ",") return isTown(placeAt(words, at + 1).city ?? "");
  const { state, zip } = placeAt(words, at + 1);
  return state !== null || zip !== null;
}

/** The unit's own name, which may be spread over two words: "3 B", "B 12". */
function idAt(words: readonly Word[], at: number): { unit: string; to: number } {
  const first = words[at]?.text ?? "";
  const second = words[at + 1];
  const joined = second && second.start === words[at]?.end && /^[a-z0-9]{1,4}$/.test(second.text);
  const spaced = second && /^\d{1,4}$/.test(first) && /^[b-df-hj-mo-rtuvxz]$/.test(second.text);
  const unit = joined || spaced ? `${first}${second.text}` : first;
  return { unit: unit.toUpperCase(), to: joined || spaced ? at + 2 : at + 1 };
}
