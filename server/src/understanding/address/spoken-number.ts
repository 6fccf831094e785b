import { hundreds, ones, teens, tens, thousands, zeros } from "../lexicon/spoken-numbers.ts";

/** The kinds of words in a spoken number; what a word may be added to depends on what was said before it. */
type Kind = "zero" | "one" | "teen" | "ten" | "hundred" | "thousand";
/** One number being said: its full thousands, and what has been said since. */
type Group = { thousands: number; rest: number; last: Kind };

/**
 * The number that a run of words says, digits or pairs of digits one after the other as house numbers are read aloud:
 * "twelve oh four" is 1204, "nine eighteen" 918, "two hundred and ten" 210. `count` is how many of the words it takes; null when the
 * first is no number.
 */
export function spokenNumber(words: readonly string[]): { digits: string; count: number } | null {
  const groups: Group[] = [];
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (joins(word, groups.at(-1)) && kindOf(words[i + 1] ?? "")) continue;
    const kind = kindOf(word);
    if (!kind) break;
    say(groups, word, kind);
    count = i + 1;
  }
  return count === 0 ? null : { digits: groups.map(({ thousands, rest }) => thousands + rest).join(""), count };
}

/** "two hundred and ten", "cuarenta y cuatro". */
function joins(word: string, group: Group | undefined): boolean {
  if (word === "and") return group?.last === "hundred" || group?.last === "thousand";
  return word === "y" && group?.last === "ten";
}

function say(groups: Group[], word: string, kind: Kind): void {
  const value = valueOf(word);
  const group = groups.at(-1);
  if (group && multiplies(word, kind, group)) {
    if (kind === "thousand") Object.assign(group, { thousands: group.rest * value, rest: 0, last: kind });
    else Object.assign(group, { rest: group.rest * value, last: kind });
  } else if (group && adds(kind, group.last)) Object.assign(group, { rest: group.rest + value, last: kind });
  else if (kind === "thousand") groups.push({ thousands: value, rest: 0, last: kind });
  else groups.push({ thousands: 0, rest: value, last: kind });
}

/** Whether a word counts what was said before it: "two hundred", "two hundred thousand", and each only once. */
function multiplies(word: string, kind: Kind, { thousands, rest }: Group): boolean {
  if (kind === "thousand") return rest > 0 && thousands === 0;
  return word === "hundred" && rest > 0 && rest < 100;
}

/** Whether a word of this kind goes on with the number before it: "thirty" with "two", "two hundred" with "ten". */
function adds(kind: Kind, last: Kind): boolean {
  if (kind === "zero" || kind === "thousand") return false;
  if (last === "thousand") return true;
  if (last === "hundred") return kind !== "hundred";
  return last === "ten" && kind === "one";
}

function kindOf(word: string): Kind | null {
  if (zeros.has(word)) return "zero";
  if (ones.has(word)) return "one";
  if (teens.has(word)) return "teen";
  if (tens.has(word)) return "ten";
  if (hundreds.has(word)) return "hundred";
  return thousands.has(word) ? "thousand" : null;
}

function valueOf(word: string): number {
  return [ones, teens, tens, hundreds, thousands].map((table) => table.get(word)).find((value) => value) ?? 0;
}
