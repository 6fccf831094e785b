import { mendable, realNeighbours } from "../lexicon/spelling.ts";
import { vocabulary } from "../lexicon/vocabulary.ts";

const known = new Set([...vocabulary, ...mendable, ...realNeighbours]);
const byInitial = Map.groupBy(mendable, (word) => word.charAt(0));

/** Undoes emphasis: "stoppp" becomes "stop", "freeezing" "freezing". */
export function unstretch(word: string): string {
  if (!/([a-z])\1\1/.test(word)) return word;
  const twice = word.replace(/([a-z])\1{2,}/g, "$1$1");
  return known.has(twice) ? twice : word.replace(/([a-z])\1{2,}/g, "$1");
}

/** A known word in place of one that is a slip away from it; unknown and short words stay as they are. */
export function mend(word: string): string {
  if (word.length < 5 || known.has(word)) return word;
  const allowed = word.length >= 9 ? 2 : 1;
  let best: string | undefined;
  let least = allowed + 1;
  for (const candidate of byInitial.get(word.charAt(0)) ?? []) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const away = distance(word, candidate, least);
    if (away < least) [best, least] = [candidate, away];
  }
  return best ?? word;
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
