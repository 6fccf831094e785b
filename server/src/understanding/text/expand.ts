import type { Language } from "../contract.ts";
import * as english from "../lexicon/en/shorthand.ts";
import * as spanish from "../lexicon/es/shorthand.ts";

const carriers = new Set(english.carriers);
const futures = new Set(english.futures);
const suffixes: readonly [string, string][] = [
  ["'ll", "will"],
  ["'re", "are"],
  ["'ve", "have"],
  ["'m", "am"],
  ["'d", "would"],
];
const stems: Record<string, string> = { ca: "can", wo: "will", sha: "shall", ai: "is" };

/** Words that are spelt with digits; the tokenizer must not cut them. */
export const wordsWithDigits: readonly string[] = Object.keys(english.shorthand).filter((word) => /\d/.test(word));

/** The words a token stands for: shorthand, contractions and apostrophes undone. `next` is the token after it. */
export function expand(word: string, next: string, language: Language): string[] {
  const table = language === "es" ? spanish : english;
  const known = own(table.shorthand, word) ?? own(table.contractions, word);
  if (known !== undefined) return known.split(" ").filter(Boolean);
  if (language === "es") return [word.replaceAll("'", "")];
  if (word === "ill" && futures.has(next)) return ["i", "will"];
  if (word === "id" && /^(like|rather|prefer|love|want|need|be|say)$/.test(next)) return ["i", "would"];
  return word.includes("'") ? withoutApostrophe(word) : [own(english.contractions, word) ?? word];
}

function withoutApostrophe(word: string): string[] {
  if (word.endsWith("n't")) return [stems[word.slice(0, -3)] ?? word.slice(0, -3), "not"];
  for (const [suffix, meaning] of suffixes) {
    if (word.endsWith(suffix)) return [word.slice(0, -suffix.length), meaning];
  }
  if (!word.endsWith("'s")) return [word.replaceAll("'", "")];
  const owner = word.slice(0, -2);
  return carriers.has(owner) ? [owner, "is"] : [owner];
}

function own(table: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
