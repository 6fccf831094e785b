import { buildingWords, directions, floorWords, strongTypes, unitWords, weakTypes } from "../lexicon/address.ts";
import { fold } from "../text/characters.ts";
import type { Message } from "../text/message.ts";
import { spokenNumber } from "./spoken-number.ts";

/** A word of an address: folded, as written, and where it stands in the message's clean text. */
export type Word = { text: string; raw: string; start: number; end: number };

/** A run of words, `to` exclusive. */
export type Range = { from: number; to: number };

const longestSpoken = 8;
/** House numbers of a grid, "N5432", "S78W16330", "38W456", and numbers after one letter, "A-12". */
const lettered =
  /[nsew]\d{2,3} ?[nsew]\d{3,5}(?![a-z\d])|\d{1,2}[nsew]\d{2,4}(?![a-z\d])|(?<![a-z\d])[a-hj-z]-?\d{1,5}(?![a-z\d-])/;
const number = /\d+(?:-\d+)*(?:[a-z](?![a-z])|(?:st|nd|rd|th)(?![a-z]))?(?:-[a-z](?![a-z])|-\d+)?(?![a-z])|\d+/;
const initials = /p\.? ?o\.?(?= ?box)|[a-z](?:\.[a-z])+\.?(?![a-z])/;
const nameOrSign = /[a-z\u00f1]+(?:['-][a-z]+)*|[#,.;:!?\n()/&@$-]/;
const word = new RegExp([lettered, number, initials, nameOrSign].map(({ source }) => source).join("|"), "g");

/**
 * The words and signs of a text, for reading addresses: numbers keep their letters, initials their points, and a number
 * said in several words is one word.
 */
export function wordsOf(message: Message): Word[] {
  const folded = fold(message.text);
  const words = [...folded.matchAll(word)].map((match) => ({
    text: match[0].replaceAll(".", "") || match[0],
    raw: message.text.slice(match.index, match.index + match[0].length),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const kept = words.filter((each, i) => each.text !== "." || !isAbbreviation(words[i - 1]?.text ?? ""));
  return withSpokenNumbers(kept, message.text);
}

/** "twelve oh four" as one word with the text "1204"; a number that is a single word may be a name and stays. */
function withSpokenNumbers(words: readonly Word[], text: string): Word[] {
  const joined: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i];
    if (!first) continue;
    const { digits, to } = spokenAt(words, i);
    const last = words[to - 1];
    if (digits === null || !last) joined.push(first);
    else {
      joined.push({ text: digits, raw: text.slice(first.start, last.end), start: first.start, end: last.end });
      i = to - 1;
    }
  }
  return joined;
}

function spokenAt(words: readonly Word[], at: number): { digits: string | null; to: number } {
  const parts = words
    .slice(at, at + longestSpoken)
    .flatMap((each, i) => each.text.split("-").map((part) => ({ part, i })));
  const found = spokenNumber(parts.map(({ part }) => part));
  const end = (parts[(found?.count ?? 0) - 1]?.i ?? -1) + 1;
  const whole = parts.filter(({ i }) => i < end).length === found?.count;
  const several = (found?.count ?? 0) > 1 && (found?.digits.length ?? 0) <= 6;
  return found && whole && several ? { digits: found.digits, to: at + end } : { digits: null, to: at };
}

/** Where a phrase stands in the words, which are matched as a line. */
export function findPhrase(words: readonly Word[], phrase: RegExp): Range | null {
  const line = lineOf(words);
  const match = phrase.exec(line);
  if (!match) return null;
  const wordsBefore = (place: number) => line.slice(0, place).split(" ").length - 2;
  return { from: wordsBefore(match.index + 1), to: wordsBefore(match.index + match[0].length) };
}

/** The few words before a place, as a line. */
export function lineBefore(words: readonly Word[], at: number): string {
  return lineOf(words.slice(Math.max(0, at - 7), at));
}

/** So many words from a place on, as a line. */
export function lineFrom(words: readonly Word[], at: number, most: number): string {
  return lineOf(words.slice(at, at + most));
}

/** The texts of the words, each followed by one space, after a leading space. */
function lineOf(words: readonly Word[]): string {
  return ` ${words.map(({ text }) => `${text} `).join("")}`;
}

/** A point after these ends no sentence. */
function isAbbreviation(text: string): boolean {
  const listed = [strongTypes, weakTypes, unitWords, buildingWords, floorWords].some((list) => list.has(text));
  return listed || Object.hasOwn(directions, text) || /^(?:[a-z]|mt|ft|rt|rte|us|co|dr|jr|sr|no)$/.test(text);
}

/** Whether the word is a compass direction. */
export function directionOf(word: Word | undefined): boolean {
  return word !== undefined && Object.hasOwn(directions, word.text);
}

/** The first place from `at` on where no sign between parts of an address stands. */
export function skipSigns(words: readonly Word[], at: number): number {
  let i = at;
  while (/^[,.\n(-]$/.test(words[i]?.text ?? "")) i++;
  return i;
}
