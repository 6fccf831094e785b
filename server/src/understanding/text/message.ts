import type { Language } from "../contract.ts";
import { clean } from "./characters.ts";
import { expand } from "./expand.ts";
import { languageOf } from "./language.ts";
import { mend, unstretch } from "./spelling.ts";
import { type Token, tokenize } from "./tokens.ts";

/**
 * A message ready to be matched. `plain` is its tokens, each followed by one space, after a leading space; `starts` are
 * the places in `plain` where the tokens begin. Token offsets are those of `text`, the clean original.
 */
export type Message = {
  text: string;
  tokens: readonly Token[];
  plain: string;
  starts: readonly number[];
  language: Language;
  languages: readonly Language[];
};

/** A run of tokens, `to` exclusive. */
export type Span = { from: number; to: number };

const abbreviated =
  /^(?:st|ave|av|blvd|rd|dr|ln|apt|mr|mrs|ms|approx|appt|ext|hwy|ste|sr|sra|col|depto|apto|jr|tel|am|pm)$/;

/** Two texts of the carrier's greatest length (Twilio: Body); whatever comes after would only cost time. */
const LONGEST_READ = 3200;

/** Reads a raw text: cleaned, cut into tokens, its language found, shorthand undone, spelling mended. */
export function read(raw: string, hint?: Language): Message {
  const text = clean(raw.slice(0, LONGEST_READ));
  const found = withoutDots(tokenize(text));
  const spoken = languageOf(text, found, hint);
  const tokens = found.flatMap((token, i) => wordsOf(token, found[i + 1]?.text ?? "", spoken.language));
  return { text, tokens, ...spoken, ...lay(tokens) };
}

/** The same message with the given spans made unreadable, so that no later detector uses them again. */
export function hide(message: Message, spans: readonly Span[], mark = "~"): Message {
  if (spans.length === 0) return message;
  const tokens = message.tokens.map((token, i) =>
    spans.some((span) => i >= span.from && i < span.to) ? { ...token, text: mark } : token,
  );
  return { ...message, tokens, ...lay(tokens) };
}

/** The same message with each word put as `respelled` says; places and spans stay. */
export function respell(message: Message, respelled: (word: string) => string): Message {
  const tokens = message.tokens.map((token) => ({ ...token, text: respelled(token.text) }));
  return { ...message, tokens, ...lay(tokens) };
}

/** Every place where the pattern matches, as spans of tokens. */
export function find(message: Message, pattern: RegExp): Span[] {
  return [...message.plain.matchAll(pattern)].map((match) => spanOf(message, match));
}

/** The tokens of a match in `plain`. */
export function spanOf(message: Message, match: RegExpExecArray): Span {
  return { from: tokenAt(message, match.index), to: tokenAt(message, match.index + match[0].length) };
}

/** The index of the token that begins at (or spans) a place in `plain`. */
export function tokenAt(message: Message, place: number): number {
  let [low, high] = [0, message.starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((message.starts[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the pattern matches anywhere. */
export function has(message: Message, pattern: RegExp): boolean {
  return message.plain.search(pattern) >= 0;
}

/** The plain form of a part of a message. */
export function plainOf(message: Message, { from, to }: Span): string {
  const end = message.starts[to] ?? message.plain.length;
  const start = message.starts[from] ?? message.plain.length;
  return ` ${message.plain.slice(start, end)}`;
}

function lay(tokens: readonly Token[]): { plain: string; starts: number[] } {
  const starts: number[] = [];
  let plain = " ";
  for (const token of tokens) {
    starts.push(plain.length);
    plain += `${token.text} `;
  }
  return { plain, starts };
}

function wordsOf(token: Token, next: string, language: Language): Token[] {
  if (!/[a-z]/.test(token.text)) return [token];
  return expand(unstretch(token.text), next, language).map((word) => ({ ...token, text: mend(word, language) }));
}

function withoutDots(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, i) => token.text !== "." || !abbreviated.test(tokens[i - 1]?.text ?? ""));
}
