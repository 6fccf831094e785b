import { readFileSync } from "node:fs";

/** Words in such classes stand beside every other and tell nothing of what a message is about. */
const MINOR = new Set("this with be many i thing do but can number color".split(" "));

const classes = new Map<string, string>(
  readFileSync(new URL("./word-classes.txt", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [name = "", words = ""] = line.split(": ");
      return words.split(" ").map((word): [string, string] => [word, name]);
    }),
);

/**
 * The class of a word, the same for English and Spanish words of the same meaning: "abuela" and "grandpa" are kin. A word
 * without one is a class of its own.
 */
export function classOf(word: string): string {
  return classes.get(word) ?? word;
}

/** The classes of the words that tell what a message is about, in their order. */
export function gistOf(words: readonly string[]): string[] {
  return words.flatMap((word) => classes.get(word) ?? []).filter((name) => !MINOR.has(name));
}
