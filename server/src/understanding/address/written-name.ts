import type { Word } from "./words.ts";

/** A Spanish article, which joins a sentence to a street: "en la Maple St". */
export function isArticle(word: Word | undefined): boolean {
  return /^(?:la|el|las|los)$/.test(word?.raw ?? "");
}

/** A name as it is written on an envelope: as the customer wrote it when that has capitals, else with its own. */
export function nameOf(words: readonly Word[]): string {
  const raw = words.map((each) => each.raw).join(" ");
  const shouted = raw === raw.toUpperCase();
  const kept = words.filter((each, i) => /^[\p{L}\d]/u.test(each.raw) || isHyphen(words, i));
  const spaceBefore = (i: number) => (i > 0 && kept[i - 1]?.end !== kept[i]?.start ? " " : "");
  return kept.map((each, i) => `${spaceBefore(i)}${written(each, kept[i + 1], i, shouted)}`).join("");
}

/** The sign of "I-40", which touches what it joins. */
function isHyphen(words: readonly Word[], at: number): boolean {
  const { text, start, end } = words[at] ?? {};
  return text === "-" && words[at - 1]?.end === start && words[at + 1]?.start === end;
}

function written({ raw }: Word, next: Word | undefined, place: number, shouted: boolean): string {
  const isLittle = /^(?:de|del|la|las|los|el|y|of|the)$/.test(raw) && (place > 0 || /^\d/.test(next?.text ?? ""));
  const plain = raw.replaceAll(".", "");
  if (isLittle) return plain;
  return /^[a-z]/.test(plain) || shouted ? capital(plain) : plain;
}

function capital(word: string): string {
  return /^(?:n|s|e|w|ne|nw|se|sw|us|fm|rm|cr|sr|rr|hcr?|i|\d+-?[a-z]|[a-z]-?\d+)$/i.test(word)
    ? word.toUpperCase()
    : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
