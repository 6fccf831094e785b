import { stateCodes, states, wordlikeStates } from "../lexicon/states.ts";
import { closes, endsInState, goesOn, isCity, isTown, isTownIn } from "./town.ts";
import { skipSigns, type Word } from "./words.ts";
import { nameOf } from "./written-name.ts";

/** A town with its state and ZIP, as far as stated. */
export type Place = { city: string | null; state: string | null; zip: string | null; to: number };

type Tail = { state: string | null; zip: string | null; to: number };

const longestCity = 4;
const announcing = /^(?:in|en|town|town's|city|city's|ciudad|pueblo|is|es)$/;

/** The town, state and ZIP that stand right after a street or unit. */
export function placeAt(words: readonly Word[], at: number): Place {
  const { at: start, announced } = afterSigns(words, at);
  const place = zipBeforeTown(words, start) ?? townAt(words, start, announced);
  return place ?? { city: null, state: null, zip: null, to: at };
}

function townAt(words: readonly Word[], start: number, announced: boolean): Place | null {
  const ends = Array.from({ length: longestCity + 1 }, (_, i) => start + longestCity - i);
  const places = ends.flatMap((end) => (end <= words.length ? (endingAt(words, start, end, announced) ?? []) : []));
  const inState = places.find(({ city, state }) => city !== null && state !== null);
  return inState ?? places[0] ?? null;
}

/** The place whose town's name ends at `end`; a name that is empty leaves state and ZIP. */
function endingAt(words: readonly Word[], start: number, end: number, announced: boolean): Place | null {
  const named = words.slice(start, end);
  const tail = tailAt(words, end, named);
  const { state = null, zip = null, to = end } = tail ?? {};
  if (end === start) return tail && { city: null, state, zip, to };
  const told = { tailed: tail !== null, announced, closed: closes(words[end]) };
  if (endsInState(words, start, end) || !isCity(named, told) || (!tail && goesOn(words[end]))) return null;
  return { city: nameOf(named), state, zip, to };
}

/** "78704 Austin", as an envelope has it in other countries. */
function zipBeforeTown(words: readonly Word[], at: number): Place | null {
  const zip = words[at]?.text ?? "";
  if (!isZip(zip) || isZip(words[at + 1]?.text ?? "")) return null;
  const { at: start, announced } = afterSigns(words, at + 1);
  const { city = null, state = null, to = at } = townAt(words, start, announced) ?? {};
  return city !== null && isTown(city) ? { city, state, zip: zip.slice(0, 5), to } : null;
}

/** State and ZIP that end an address, after these words: "TX 78704", "Texas", "78704". */
function tailAt(words: readonly Word[], at: number, before: readonly Word[]): Tail | null {
  const first = skipSigns(words, at);
  const state = stateAt(words, first);
  const next = skipSigns(words, state?.to ?? first);
  const cue = /^(?:zip|zipcode|codigo|postal|code)$/.test(words[next]?.text ?? "") ? next + 1 : next;
  const zip = isZip(words[cue]?.text ?? "") ? (words[cue]?.text.slice(0, 5) ?? null) : null;
  if (state && !zip && !isMeant(state, words[first]?.raw ?? "", before)) return null;
  return state || zip ? { state: state?.code ?? null, zip, to: zip ? cue + 1 : (state?.to ?? first) } : null;
}

/** Whether a state's code that is a word besides means the state: in capitals, or after a town of that state. */
function isMeant(state: { code: string; said: string }, raw: string, before: readonly Word[]): boolean {
  return !wordlikeStates.has(state.said) || raw === raw.toUpperCase() || isTownIn(before, state.code);
}

function stateAt(words: readonly Word[], at: number): { code: string; said: string; to: number } | null {
  for (const length of [3, 2, 1]) {
    const said = words
      .slice(at, at + length)
      .map(({ text }) => text)
      .join(" ");
    const code = Object.hasOwn(states, said) ? states[said] : undefined;
    if (code && words.length >= at + length) return { code, said, to: at + length };
  }
  const said = words[at]?.text ?? "";
  return stateCodes.has(said.toUpperCase()) ? { code: said.toUpperCase(), said, to: at + 1 } : null;
}

/** Whether a known town begins right here, with its state or ZIP. */
export function beginsTown(words: readonly Word[], at: number): boolean {
  return isKnownTown(placeAt(words, at));
}

/** Whether a known town of several words begins here, with its state or ZIP: "West Palm Beach FL". */
export function beginsCity(words: readonly Word[], at: number): boolean {
  const place = placeAt(words, at);
  return isKnownTown(place) && place.city?.includes(" ") === true;
}

/** A known town with its state or ZIP. */
export function isKnownTown({ city, state, zip }: Place): boolean {
  return city !== null && (state !== null || zip !== null) && isTown(city);
}

function afterSigns(words: readonly Word[], at: number): { at: number; announced: boolean } {
  let i = skipSigns(words, at);
  const signs = i;
  while (announcing.test(words[i]?.text ?? "") && i - signs < 4) i++;
  return { at: i, announced: i > at };
}

/** Whether a word has the form of a ZIP code. */
export function isZip(text: string): boolean {
  return /^\d{5}(?:-\d{4})?$/.test(text);
}
