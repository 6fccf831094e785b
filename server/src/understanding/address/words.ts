import { buildingWords, directions, floorWords, strongTypes, unitWords, weakTypes } from "../lexicon/address.ts";
import { fold } from "../text/characters.ts";
import type { Message } from "../text/message.ts";

/** A word of an address: folded, as written, and where it stands in the message's clean text. */
export type Word = { text: string; raw: string; start: number; end: number };

const word =
  /\d+(?:-\d+)*(?:[a-z](?![a-z])|(?:st|nd|rd|th)(?![a-z]))?(?:-[a-z](?![a-z])|-\d+)?(?![a-z])|\d+|p\.? ?o\.?(?= ?box)|[a-z](?:\.[a-z])+\.?(?![a-z])|[a-z\u00f1]+(?:['-][a-z]+)*|[#,.;:!?\n()/&@$-]/g;

/** The words and signs of a text, for reading addresses: numbers keep their letters, initials their points. */
export function wordsOf(message: Message): Word[] {
  const folded = fold(message.text);
  const words = [...folded.matchAll(word)].map((match) => ({
    text: match[0].replaceAll(".", "") || match[0],
    raw: message.text.slice(match.index, match.index + match[0].length),
    start: match.index,
    end: match.index + match[0].length,
  }));
  return words.filter((each, i) => each.text !== "." || !isAbbreviation(words[i - 1]?.text ?? ""));
}

/** A point after these ends no sentence. */
function isAbbreviation(text: string): boolean {
  const listed = [strongTypes, weakTypes, unitWords, buildingWords, floorWords].some((list) => list.has(text));
  return listed || Object.hasOwn(directions, text) || /^(?:[a-z]|mt|ft|rt|rte|us|co|dr|jr|sr|no)$/.test(text);
}

/** A name as it is written on an envelope: as the customer wrote it when that has capitals, else with its own. */
export function nameOf(words: readonly Word[]): string {
  const raw = words.map((each) => each.raw).join(" ");
  const shouted = raw === raw.toUpperCase();
  const kept = words.filter((each) => /^[\p{L}\d]/u.test(each.raw));
  return kept.map((each) => (/^[a-z]/.test(each.raw) || shouted ? capital(each.raw) : each.raw)).join(" ");
}

function capital(word: string): string {
  return word.length <= 2 && /^(?:n|s|e|w|ne|nw|se|sw|us|fm|rm|cr|sr|rr|i)$/i.test(word)
    ? word.toUpperCase()
    : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
