import type { Context } from "../contract.ts";
import { fold } from "../text/characters.ts";
import type { Message } from "../text/message.ts";
import { classOf, gistOf } from "./word-classes.ts";

/**
 * What a classifier sees of a message, in groups of 32-bit hashes without repetition: runs of its words as the rules read
 * them; pieces of its words as they were typed, so that a misspelt word is still half known; runs of the classes of its
 * words, so that one relative is as good as another; and runs of those alone that tell what it is about.
 */
export type Features = readonly Uint32Array[];

const LONGEST_RUN = { words: 3, classes: 4, gist: 3 };
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;

/** With a context its words count once more as an answer to what the business asked. */
export function featuresOf(message: Message, context?: Context): Features {
  const words = message.tokens.map(({ text }) => withoutDigits(text));
  const answers = context === undefined ? [] : [`@${context}`, ...words.map((word) => `@${context} ${word}`)];
  return [
    [...runsOf(words, LONGEST_RUN.words), ...answers],
    piecesOf(message.text),
    runsOf(words.map(classOf), LONGEST_RUN.classes).map((run) => `: ${run}`),
    runsOf(gistOf(words), LONGEST_RUN.gist).map((run) => `~ ${run}`),
  ].map(hashed);
}

function runsOf(words: readonly string[], longest: number): string[] {
  return words.flatMap((_word, start) =>
    Array.from({ length: Math.min(longest, words.length - start) }, (_none, more) =>
      words.slice(start, start + more + 1).join(" "),
    ),
  );
}

/** Stretches of letters that do not leave their word, whose ends are marked by spaces. */
function piecesOf(text: string): string[] {
  const words = withoutDigits(fold(text)).match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]+/gu) ?? [];
  return words.flatMap((word) => {
    const padded = ` ${word} `;
    const pieces: string[] = [];
    for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
      for (let start = 0; start + length <= padded.length; start++)
        pieces.push(`#${padded.slice(start, start + length)}`);
    }
    return pieces;
  });
}

const withoutDigits = (text: string) => text.replace(/\d/g, "0");

function hashed(features: readonly string[]): Uint32Array {
  return Uint32Array.from(new Set(features.map(hash)));
}

/** FNV-1a over UTF-16 code units, 32 bits, with the avalanche of MurmurHash3, so that the low bits alone tell apart. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
