import { crossingWords, notStreet, roadWords, strongTypes } from "../lexicon/address.ts";
import type { Street } from "./street.ts";
import { nameOf, type Word } from "./words.ts";

const cue = /^(?:corner|intersection|esquina|crossroads|junction|cruce|cross|interseccion|where|donde)$/;
const little = /^(?:were|of|at|the|in|on|de|la|el|en|streets?|is|are|calles?|las|los|between|del|with|roads?)$/;
const ordinal = /^(?:\d+(?:st|nd|rd|th)?|primera|segunda|tercera|cuarta|quinta|sexta|septima|octava|novena|decima)$/;
const longestName = 4;

/** Two streets that meet: after a word for a corner, or anywhere when both look like streets. A corner has no number. */
export function cornerIn(words: readonly Word[], asked: boolean): Street | null {
  const after = words.findIndex((word) => cue.test(word.text));
  for (let i = 0; i < words.length; i++) {
    const second = afterJoint(words, i);
    if (second === null) continue;
    const from = nameStart(words, i);
    const to = nameEnd(words, second);
    if (from === i || to === second) continue;
    const names = [words.slice(from, i), words.slice(second, to)];
    const streets = names.filter(looksLikeStreet).length;
    const capitals = names.flat().every(({ raw }) => /^[A-Z\d]|^la$/.test(raw));
    const alone = to === words.length || /^[,.!\n(]$/.test(words[to]?.text ?? "");
    const placed = /^(?:at|on|en)$/.test(words[from - 1]?.text ?? "") && streets === 1;
    const believed = capitals && ((asked && alone) || placed);
    if (after >= 0 || streets === 2 || (streets === 1 && (asked || words.length <= 6)) || believed)
      return { number: null, street: names.map(nameOf).join(" and "), from, to };
  }
  return null;
}

/** Past the word or words that join two streets: "and", "&", "hits", "esquina con". */
function afterJoint(words: readonly Word[], at: number): number | null {
  if (!crossingWords.has(words[at]?.text ?? "")) return null;
  return /^(?:con|with|de)$/.test(words[at + 1]?.text ?? "") ? at + 2 : at + 1;
}

function looksLikeStreet(words: readonly Word[]): boolean {
  const last = words.at(-1)?.text ?? "";
  const numbered = words.some(({ text }) => /^\d+(?:st|nd|rd|th)$/.test(text) || roadWords.has(text));
  return (strongTypes.has(last) && words.length > 1) || numbered || words[0]?.text === "la";
}

function nameStart(words: readonly Word[], joint: number): number {
  let i = joint;
  while (i > 0 && joint - i < longestName && (partOfName(words[i - 1]) || isNumbered(words, i - 1))) i--;
  return isNumbered(words, i) && words[i - 1]?.text === "la" ? i - 1 : i;
}

function nameEnd(words: readonly Word[], at: number): number {
  let i = words[at]?.text === "la" && isNumbered(words, at + 1) ? at + 1 : at;
  while (i < words.length && i - at < longestName && (partOfName(words[i]) || isNumbered(words, i))) {
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

function partOfName(word: Word | undefined): boolean {
  if (!word || cue.test(word.text) || little.test(word.text)) return false;
  return /^[a-z\u00f1]|^\d+(?:st|nd|rd|th)$/.test(word.text) && !notStreet.has(word.text);
}
