import usCities from "addresser/data/us-cities.json" with { type: "json" };
import usStates from "addresser/data/us-states.json" with { type: "json" };
import { findZip } from "#platform/values/zip.ts";
import { notStreet } from "../lexicon/address.ts";
import { functionWords } from "../lexicon/function-words.ts";
import { nameOf, type Word } from "./words.ts";

/** A town with its state and ZIP, as far as stated. */
export type Place = { city: string | null; state: string | null; zip: string | null; to: number };

type Tail = { state: string | null; zip: string | null; to: number };

const states: Record<string, string> = {
  ...usStates,
  "puerto rico": "PR",
  calif: "CA",
  tex: "TX",
  fla: "FL",
  ariz: "AZ",
  wash: "WA",
  colo: "CO",
  penn: "PA",
  "nuevo mexico": "NM",
  "nueva york": "NY",
  luisiana: "LA",
};
const codes = new Set(Object.values(states));
/** State codes that are words besides; they count only in capitals or before a ZIP. */
const wordy = new Set([
  "in",
  "or",
  "me",
  "hi",
  "ok",
  "oh",
  "la",
  "de",
  "al",
  "ma",
  "pa",
  "id",
  "co",
  "as",
  "mi",
  "mo",
  "ne",
  "va",
  "so",
]);
const ordinary = new Set([...functionWords.en, ...functionWords.es, ...notStreet]);
/** Towns as "austin" and as "austin, TX". */
const cities = new Set(
  Object.entries<string[]>(usCities).flatMap(([state, names]) =>
    names.flatMap((name) => [name.toLowerCase(), `${name.toLowerCase()}, ${state}`]),
  ),
);
const longestCity = 4;

/** The town, state and ZIP that stand right after a street or unit. */
export function placeAt(words: readonly Word[], at: number): Place {
  const start = afterSigns(words, at);
  for (let end = Math.min(start.at + longestCity, words.length); end >= start.at; end--) {
    const tail = tailAt(words, end, words.slice(start.at, end));
    const named = words.slice(start.at, end);
    if (end > start.at && (endsInState(words, start.at, end) || !isCity(named, tail !== null, start.announced)))
      continue;
    if (end === start.at && !tail) continue;
    if (end > start.at && !tail && goesOn(words[end])) continue;
    const city = end > start.at ? nameOf(named.filter(({ text }) => text !== ".")) : null;
    return { city, state: tail?.state ?? null, zip: tail?.zip ?? null, to: tail?.to ?? end };
  }
  return { city: null, state: null, zip: null, to: at };
}

/** A ZIP code of the United States anywhere in the words. */
export function zipIn(words: readonly Word[]): { zip: string; at: number } | null {
  const at = words.findIndex(
    ({ text }, i) => isZip(text) && words[i - 1]?.text !== "$" && findZip(text.slice(0, 5)) !== null,
  );
  return at < 0 ? null : { zip: words[at]?.text.slice(0, 5) ?? "", at };
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
  return !wordy.has(state.said) || raw === raw.toUpperCase() || cities.has(`${town}, ${state.code}`);
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
  return codes.has(said.toUpperCase()) ? { code: said.toUpperCase(), said, to: at + 1 } : null;
}

/** Whether the words name a town: one that is known, or any before a state or ZIP, or a capitalised one that is announced. */
function isCity(words: readonly Word[], tailed: boolean, announced: boolean): boolean {
  const plain = words.filter(({ text }) => text !== ".");
  if (plain.length === 0 || plain.some(({ text }) => !/^[a-z\u00f1]/.test(text))) return false;
  const name = townName(plain.map(({ text }) => text).join(" "));
  if (plain.length === 1 && ((ordinary.has(name) && !tailed) || codes.has(name.toUpperCase()))) return false;
  if (cities.has(name)) return tailed || announced || plain.every(({ raw }) => /^[A-Z]/.test(raw)) || name.length > 5;
  if (plain.some(({ text }) => ordinary.has(text) && !/^(?:of|the|de|la|el|los|las|san|st|ft)$/.test(text)))
    return false;
  return (tailed && plain.length <= 3) || (announced && plain.every(({ raw }) => /^[A-Z]/.test(raw)));
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
  return codes.has(last.toUpperCase()) || [last, texts.slice(-2).join(" ")].some((name) => Object.hasOwn(states, name));
}

/** Whether the sentence goes on with a word that belongs to what came before: "gate code" is no town. */
function goesOn(word: Word | undefined): boolean {
  return word !== undefined && /^[a-z]/.test(word.text) && !ordinary.has(word.text);
}

/** The name as the list of towns spells it: "St Louis" is "Saint Louis". */
function townName(said: string): string {
  return said.replace(/^st /, "saint ").replace(/^ft /, "fort ");
}

function afterSigns(words: readonly Word[], at: number): { at: number; announced: boolean } {
  const i = skip(words, at);
  const said = /^(?:in|en)$/.test(words[i]?.text ?? "");
  return { at: said ? i + 1 : i, announced: said || i > at };
}

function isZip(text: string): boolean {
  return /^\d{5}(?:-\d{4})?$/.test(text);
}

function skip(words: readonly Word[], at: number): number {
  let i = at;
  while (/^[,.\n(-]$/.test(words[i]?.text ?? "")) i++;
  return i;
}
