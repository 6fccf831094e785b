import usCities from "addresser/data/us-cities.json" with { type: "json" };
import { findZip } from "#platform/values/zip.ts";
import { labels, notStreet } from "../lexicon/address.ts";
import { functionWords } from "../lexicon/function-words.ts";
import { isGivenName } from "../lexicon/names/names.ts";
import { stateCodes, states, wordlikeStates } from "../lexicon/states.ts";
import { findPhrase, lineBefore, nameOf, type Word } from "./words.ts";

/** A town with its state and ZIP, as far as stated. */
export type Place = { city: string | null; state: string | null; zip: string | null; to: number };

type Tail = { state: string | null; zip: string | null; to: number };

const ordinary = new Set([...functionWords.en, ...functionWords.es, ...notStreet]);
/** Towns as "austin" and as "austin, TX". */
const cities = new Set(
  Object.entries<string[]>(usCities).flatMap(([state, names]) =>
    names.flatMap((name) => [name.toLowerCase(), `${name.toLowerCase()}, ${state}`]),
  ),
);
const longestCity = 4;
const announcing = /^(?:in|en|town|town's|city|city's|ciudad|pueblo|is|es)$/;
const longestPlace = 7;

/** The town, state and ZIP that stand right after a street or unit. */
export function placeAt(words: readonly Word[], at: number): Place {
  const { at: start, announced } = afterSigns(words, at);
  const zipFirst = zipBeforeTown(words, start);
  if (zipFirst) return zipFirst;
  const ends = Array.from({ length: longestCity + 1 }, (_, i) => start + longestCity - i);
  const places = ends.flatMap((end) => (end <= words.length ? (endingAt(words, start, end, announced) ?? []) : []));
  const inState = places.find(({ city, state }) => city !== null && state !== null);
  return inState ?? places[0] ?? { city: null, state: null, zip: null, to: at };
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
  const { city, state, to } = placeAt(words, at + 1);
  return city !== null && isTown(city) ? { city, state, zip: zip.slice(0, 5), to } : null;
}

/** The town told right before an address: "Toledo Ohio, 2816 Monroe St", "I live in Duluth. 1422 E Superior St". */
export function placeBefore(words: readonly Word[], before: number): (Place & { from: number }) | null {
  let end = before;
  while (end > 0 && /^(?:[,.:;\n(-]|at|en|on)$/.test(words[end - 1]?.text ?? "")) end--;
  if (end === before) return null;
  for (let from = Math.max(0, end - longestPlace); from < end; from++) {
    if (!beginsClause(words, from)) continue;
    const place = placeAt(words, from);
    const known = place.city !== null && isTown(place.city) && !isGivenName(words[from]?.text ?? "");
    if (place.to === end && (known || place.zip !== null || place.state !== null)) return { ...place, from };
  }
  return null;
}

/** A town told elsewhere, by the word for one or with its state or ZIP: "Town's Reno", "No, a house. Lowell, Massachusetts". */
export function placeElsewhere(words: readonly Word[], after: number): (Place & { from: number }) | null {
  const cue = findPhrase(
    words,
    / (?:town|town's|city|city's|ciudad|pueblo)(?: (?:is|es|of|de|:))+ | (?:town's|city's) /,
  );
  const told = cue && placeAt(words, cue.to);
  if (cue && told?.city) return { ...told, from: cue.to };
  for (let from = after; from < words.length; from++) {
    if (/^[.?!,\n]$/.test(words[from - 1]?.text ?? "") && beginsTown(words, from))
      return { ...placeAt(words, from), from };
  }
  return null;
}

function beginsClause(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text ?? ".";
  return /^(?:[,.:;!?\n(-]|in|en|de|from|is|es)$/.test(before) || isZip(words[at]?.text ?? "");
}

/** A ZIP code of the United States anywhere in the words. */
export function zipIn(words: readonly Word[], from = 0): { zip: string; at: number } | null {
  const at = words.findIndex(
    ({ text }, i) => i >= from && isZip(text) && findZip(text.slice(0, 5)) !== null && !isCounted(words, i),
  );
  return at < 0 ? null : { zip: words[at]?.text.slice(0, 5) ?? "", at };
}

function isCounted(words: readonly Word[], at: number): boolean {
  return words[at - 1]?.text === "$" || labels.test(lineBefore(words, at));
}

/** State and ZIP that end an address, after these words: "TX 78704", "Texas", "78704". */
function tailAt(words: readonly Word[], at: number, before: readonly Word[]): Tail | null {
  const first = skip(words, at);
  const state = stateAt(words, first);
  const next = skip(words, state?.to ?? first);
  const cue = /^(?:zip|zipcode|codigo|postal|code)$/.test(words[next]?.text ?? "") ? next + 1 : next;
  const zip = isZip(words[cue]?.text ?? "") ? (words[cue]?.text.slice(0, 5) ?? null) : null;
  if (state && !zip && !isMeant(state, words[first]?.raw ?? "", before)) return null;
  return state || zip ? { state: state?.code ?? null, zip, to: zip ? cue + 1 : (state?.to ?? first) } : null;
}

/** Whether a state's code that is a word besides means the state: in capitals, or after a town of that state. */
function isMeant(state: { code: string; said: string }, raw: string, before: readonly Word[]): boolean {
  const town = townName(before.map(({ text }) => text).join(" "));
  return !wordlikeStates.has(state.said) || raw === raw.toUpperCase() || cities.has(`${town}, ${state.code}`);
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

/** Whether the words name a town: one that is known, or any before a state or ZIP, or a capitalised one that is announced. */
function isCity(
  words: readonly Word[],
  { tailed, announced, closed }: { tailed: boolean; announced: boolean; closed: boolean },
): boolean {
  if (words.length === 0 || words.some(({ text }) => !/^[a-z\u00f1]/.test(text))) return false;
  const name = townName(words.map(({ text }) => text).join(" "));
  if (words.length === 1 && ((ordinary.has(name) && !tailed) || stateCodes.has(name.toUpperCase()))) return false;
  if (cities.has(name))
    return tailed || announced || words.every(({ raw }) => /^[A-Z]/.test(raw)) || name.length > 5 || closed;
  if (words.some(({ text }) => ordinary.has(text) && !/^(?:of|the|de|la|el|los|las|san|st|ft)$/.test(text)))
    return false;
  return (tailed && words.length <= 3) || (announced && words.every(({ raw }) => /^[A-Z]/.test(raw)));
}

/** Whether a town of the United States has this name. */
export function isTown(name: string): boolean {
  return cities.has(townName(name.toLowerCase()));
}

/** Whether a known town begins right here, with its state or ZIP. */
export function beginsTown(words: readonly Word[], at: number): boolean {
  const { city, state, zip } = placeAt(words, at);
  return city !== null && (state !== null || zip !== null) && cities.has(townName(city.toLowerCase()));
}

/** Whether a known town of several words begins here, with its state or ZIP: "West Palm Beach FL". */
export function beginsCity(words: readonly Word[], at: number): boolean {
  return beginsTown(words, at) && placeAt(words, at).city?.includes(" ") === true;
}

/** "Hutto TX" is a town and a state; "Iowa City" is a town. */
function endsInState(words: readonly Word[], from: number, to: number): boolean {
  const texts = words.slice(from, to).map(({ text }) => text);
  const last = texts.at(-1) ?? "";
  if (texts.length < 2 || cities.has(texts.join(" "))) return false;
  return (
    stateCodes.has(last.toUpperCase()) ||
    [last, texts.slice(-2).join(" "), texts.slice(-3).join(" ")].some((name) => Object.hasOwn(states, name))
  );
}

/** Whether the sentence goes on with a word that belongs to what came before: "gate code" is no town. */
function goesOn(word: Word | undefined): boolean {
  return word !== undefined && /^[a-z]/.test(word.text) && !ordinary.has(word.text);
}

function closes(word: Word | undefined): boolean {
  return word === undefined || /^[,.;:!?\n()-]$/.test(word.text);
}

/** The name as the list of towns spells it: "St Louis" is "Saint Louis". */
function townName(said: string): string {
  return said.replace(/^st /, "saint ").replace(/^ft /, "fort ");
}

function afterSigns(words: readonly Word[], at: number): { at: number; announced: boolean } {
  let i = skip(words, at);
  const signs = i;
  while (announcing.test(words[i]?.text ?? "") && i - signs < 4) i++;
  return { at: i, announced: i > at };
}

function isZip(text: string): boolean {
  return /^\d{5}(?:-\d{4})?$/.test(text);
}

function skip(words: readonly Word[], at: number): number {
  let i = at;
  while (/^[,.\n(-]$/.test(words[i]?.text ?? "")) i++;
  return i;
}
