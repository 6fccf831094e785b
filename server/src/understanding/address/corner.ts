import { notStreet, strongTypes } from "../lexicon/address.ts";
import type { Street } from "./street.ts";
import { nameOf, type Word } from "./words.ts";

const cue = /^(?:corner|intersection|esquina|crossroads|junction|cruce|cross|interseccion)$/;
const joint = /^(?:and|&|y|con|at|\/|@)$/;
const little = /^(?:of|at|the|in|on|de|la|el|en|streets?|is|are|calles?|las|los|between|del|with|roads?)$/;

/** Two streets that meet: after a word for a corner, or anywhere when both look like streets. A corner has no number. */
export function cornerIn(words: readonly Word[], asked: boolean): Street | null {
  const after = words.findIndex((word) => cue.test(word.text));
  for (let i = Math.max(after, 0); i < words.length; i++) {
    if (!joint.test(words[i]?.text ?? "")) continue;
    const from = nameStart(words, i);
    const to = nameEnd(words, i + 1);
    if (from === i || to === i + 1) continue;
    const [first, second] = [words.slice(from, i), words.slice(i + 1, to)];
    const streets = [first, second].filter(looksLikeStreet).length;
    if (after >= 0 || streets === 2 || (streets === 1 && (asked || words.length <= 6)))
      return corner(first, second, from, to);
  }
  return null;
}

function corner(first: readonly Word[], second: readonly Word[], from: number, to: number): Street {
  return { number: null, street: `${nameOf(first)} and ${nameOf(second)}`, from, to };
}

function looksLikeStreet(words: readonly Word[]): boolean {
  const last = words.at(-1)?.text ?? "";
  return (strongTypes.has(last) && words.length > 1) || words.some((word) => /^\d+(?:st|nd|rd|th)$/.test(word.text));
}

function nameStart(words: readonly Word[], joint: number): number {
  let i = joint;
  while (i > 0 && joint - i < 4 && partOfName(words[i - 1])) i--;
  return i;
}

function nameEnd(words: readonly Word[], at: number): number {
  let i = at;
  while (i < words.length && i - at < 4 && partOfName(words[i])) {
    i++;
    if (strongTypes.has(words[i - 1]?.text ?? "") && i - at > 1) break;
  }
  return i;
}

function partOfName(word: Word | undefined): boolean {
  if (!word || cue.test(word.text) || little.test(word.text)) return false;
  return /^[a-z\u00f1]|^\d+(?:st|nd|rd|th)$/.test(word.text) && !notStreet.has(word.text);
}
