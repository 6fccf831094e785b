import type { Language } from "../contract.ts";
import { mendable, realNeighbours } from "../lexicon/spelling.ts";
import { prefixes, vocabularies } from "../lexicon/vocabulary.ts";

const spelt = new Set([...vocabularies.en, ...vocabularies.es, ...mendable.en, ...mendable.es, ...realNeighbours]);
const byInitial = { en: initials(mendable.en), es: initials(mendable.es) };

/** Undoes emphasis: "stoppp" becomes "stop", "freeezing" "freezing". */
export function unstretch(word: string): string {
  if (!/([a-z])\1\1/.test(word)) return word;
  const twice = word.replace(/([a-z])\1{2,}/g, "$1$1");
  return isKnown(twice) ? twice : word.replace(/([a-z])\1{2,}/g, "$1");
}

/** A known word in place of one that is a slip away from it; unknown and short words stay as they are. */
export function mend(word: string, language: Language): string {
  if (word.length < 5 || isKnown(word)) return word;
  const allowed = word.length >= 9 ? 2 : 1;
  let best: string | undefined;
  let least = allowed + 1;
  for (const candidate of byInitial[language].get(word.charAt(0)) ?? []) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const away = distance(word, candidate, least);
    if (away < least) [best, least] = [candidate, away];
  }
  return best ?? word;
}

function isKnown(word: string): boolean {
  if (spelt.has(word)) return true;
  for (let length = 4; length < word.length; length++) if (prefixes.has(word.slice(0, length))) return true;
  return false;
}

function initials(words: readonly string[]): Map<string, string[]> {
  return Map.groupBy(words, (word) => word.charAt(0));
}

/** Slips between two words (letters added, dropped, changed, or swapped with a neighbour), at most `limit`. */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (i > 1 && j > 1 && swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) >= limit) return limit;
    [before, last] = [last, row];
  }
  return last[b.length] ?? limit;
}
