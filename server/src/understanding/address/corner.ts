import { roadWords, strongTypes } from "../lexicon/address.ts";
import { calendarWords, crossingWords, notStreet, ordinalStreets } from "../lexicon/street-names.ts";
import type { Street } from "./street.ts";
import { lineBefore, type Range, type Word } from "./words.ts";
import { nameOf } from "./written-name.ts";

const cues = "corner|intersection|esquina|crossroads|junction|cruce|cross|interseccion";
const cue = new RegExp(`^(?:${cues})$`);
const little = /^(?:were|of|at|the|in|on|de|la|el|en|streets?|is|are|calles?|las|los|between|del|with|roads?)$/;
const cued = new RegExp(` (?:${cues})(?: (?:of|at|de|in|on|en|is|are|es|entre|streets?|calles?|:))* $`);
const ordinal = new RegExp(`^\\d+(?:st|nd|rd|th)?$|${ordinalStreets.source}`);
const longestName = 4;

/**
 * Two streets that meet: after a word for a corner, or anywhere when both look like streets. A corner has no number.
 * Between its names stands "and", in Spanish "y".
 */
export function cornerIn(words: readonly Word[], asked: boolean): Street | null {
  for (let i = 0; i < words.length; i++) {
    const second = afterJoint(words, i);
    if (second === null) continue;
    const from = nameStart(words, i);
    const to = nameEnd(words, second);
    if (from === i || to === second) continue;
    const joint = words[i]?.text === "y" ? " y " : " and ";
    const names = [words.slice(from, i), words.slice(second, to)];
    if (cued.test(lineBefore(words, from)) || isCorner(words, { from, to }, names, asked))
      return { number: null, street: names.map(nameOf).join(joint), from, to };
  }
  return null;
}

/** Whether two names that no word calls a corner are one: both look like streets, or one does and the other could. */
function isCorner(words: readonly Word[], { from, to }: Range, names: readonly Word[][], asked: boolean): boolean {
  const streets = names.filter(looksLikeStreet).length;
  const capitals = names.flat().every(({ raw }) => /^[A-Z\d]|^la$/.test(raw));
  const ends = to === words.length || /^[,.!\n(]$/.test(words[to]?.text ?? "");
  const follows = /^(?:at|on|en)$/.test(words[from - 1]?.text ?? "");
  if (streets === 2) return true;
  return streets === 1 ? asked || words.length <= 6 || (capitals && follows) : capitals && asked && ends;
}

/** Past the word or words that join two streets: "and", "&", "hits", "esquina con". */
function afterJoint(words: readonly Word[], at: number): number | null {
  if (!crossingWords.has(words[at]?.text ?? "") || /^at [\d]+$/.test(`${words[at]?.text} ${words[at + 1]?.text}`))
    return null;
  return /^(?:con|with|de)$/.test(words[at + 1]?.text ?? "") ? at + 2 : at + 1;
}

function looksLikeStreet(words: readonly Word[]): boolean {
  const last = words.at(-1)?.text ?? "";
  const numbered = words.some(({ text }) => /^\d+(?:st|nd|rd|th)$/.test(text) || roadWords.has(text));
  return (strongTypes.has(last) && words.length > 1) || numbered || words[0]?.text === "la";
}

function nameStart(words: readonly Word[], joint: number): number {
  let i = joint;
  while (i > 0 && joint - i < longestName && (mayNameCrossing(words[i - 1]) || isNumbered(words, i - 1))) i--;
  return isNumbered(words, i) && words[i - 1]?.text === "la" ? i - 1 : i;
}

function nameEnd(words: readonly Word[], at: number): number {
  let i = words[at]?.text === "la" && isNumbered(words, at + 1) ? at + 1 : at;
  while (i < words.length && i - at < longestName && (mayNameCrossing(words[i]) || isNumbered(words, i))) {
    i++;
    if (strongTypes.has(words[i - 1]?.text ?? "") && i - at > 1) break;
  }
  return i;
}

/** "Hwy 12", "la 5", "la Tercera", or a bare "29". */
function isNumbered(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text ?? "";
  return ordinal.test(words[at]?.text ?? "") && (before === "la" || roadWords.has(before) || crossingWords.has(before));
}

function mayNameCrossing(word: Word | undefined): boolean {
  if (!word || cue.test(word.text) || little.test(word.text)) return false;
  return (
    /^[a-z\u00f1]|^\d+(?:st|nd|rd|th)$/.test(word.text) && !notStreet.has(word.text) && !calendarWords.has(word.text)
  );
}
