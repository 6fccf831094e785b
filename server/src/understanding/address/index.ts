import type { Address, Context } from "../contract.ts";
import { strongCues, unitWords } from "../lexicon/address.ts";
import type { Message, Span } from "../text/message.ts";
import { cornerIn } from "./corner.ts";
import { beginsTown, isTown, placeAt, zipIn } from "./place.ts";
import { isTyped, ruralRouteAt, type Street, spanishStreetAt, streetAt } from "./street.ts";
import { unitAt, unitBefore } from "./unit.ts";
import { type Word, wordsOf } from "./words.ts";

/** An address in a message and the tokens that make it up. */
export type AddressFound = { address: Address | null; spans: readonly Span[] };

const nowhere: AddressFound = { address: null, spans: [] };

/**
 * The first place in a message that somebody can be sent to, with only what was stated. Post-office boxes are no such
 * place. When an address was asked for, a street needs no type and a town or ZIP is enough.
 */
export function findAddress(message: Message, context: Context): AddressFound {
  const said = wordsOf(message);
  const words = withoutBoxes(said);
  const asked = context === "address";
  const street = streetIn(words, asked);
  const namesBox = words.some(({ text }, at) => text !== said[at]?.text);
  if (!street) return !namesBox && (asked || announcesZip(words)) ? placeOnly(message, words) : nowhere;
  const unit = unitAt(words, street.to);
  const place = placeAt(words, unit.to);
  const later = unit.unit === null ? unitAt(words, place.to) : { unit: unit.unit, to: place.to };
  const zip = place.zip ?? (later.to > place.to ? placeAt(words, later.to).zip : null);
  const address = {
    number: street.number,
    street: street.street,
    unit: unit.unit ?? unitBefore(words, street.from) ?? later.unit,
    city: place.city,
    state: place.state,
    zip,
  };
  return { address, spans: [spanOf(message, words, street.from, Math.max(later.to, place.to, unit.to))] };
}

function streetIn(words: readonly Word[], asked: boolean): Street | null {
  for (let at = 0; at < words.length; at++) {
    const sign = words[at - 1]?.text ?? "";
    // "#5 Oak Lane" is a house, "Oak Lane #5" is a flat.
    if (unitWords.has(sign) || (sign === "#" && !(at === 1 && isTyped(words, at)))) continue;
    const found =
      ruralRouteAt(words, at) ?? spanishStreetAt(words, at) ?? streetAt(words, at, believes(words, at, asked));
    if (found) return found;
    const named = streetAt(words, at, true);
    if (named && isFollowedByPlace(words, named)) return named;
  }
  return cornerIn(words, asked);
}

/** Whether a street without a type is believed here. */
function believes(words: readonly Word[], at: number, asked: boolean): boolean {
  const before = ` ${words
    .slice(Math.max(0, at - 6), at)
    .map(({ text }) => text)
    .join(" ")} `;
  const long = (words[at]?.text.length ?? 0) >= 2 || /^[A-Z]/.test(words[at + 1]?.raw ?? "");
  return (asked && long) || strongCues.test(before);
}

/** "2300 S Congress, Austin": the town after it makes a street of a name without a type. */
function isFollowedByPlace(words: readonly Word[], street: Street): boolean {
  const place = placeAt(words, unitAt(words, street.to).to);
  const told = place.state !== null || (place.city !== null && words[street.to]?.text === ",");
  return told && (street.number?.length ?? 0) >= 2;
}

function placeOnly(message: Message, words: readonly Word[]): AddressFound {
  const zip = zipIn(words);
  if (zip) {
    const place = townBefore(words, zip.at);
    const address = {
      number: null,
      street: null,
      unit: null,
      city: place?.city ?? null,
      state: place?.state ?? null,
      zip: zip.zip,
    };
    return { address, spans: [spanOf(message, words, place?.at ?? zip.at, zip.at + 1)] };
  }
  return townOnly(message, words);
}

/** "Waco", "Tampa FL", "im in Cedar Park": a known town that is all of the answer. */
function townOnly(message: Message, words: readonly Word[]): AddressFound {
  const said = words.findIndex(({ text }, at) => !beforeTown.has(text) && at >= 0);
  const { city, state, to } = placeAt(words, Math.max(0, said));
  const isWhole = words.slice(to).every(({ text }) => /^[.,!]$/.test(text));
  if (city === null || !isWhole || !isTown(city)) return nowhere;
  const address = { number: null, street: null, unit: null, city, state, zip: null };
  return { address, spans: [spanOf(message, words, said, to)] };
}

const beforeTown = new Set("i im am are is we it its it's in at en de soy estoy estamos vivo vivimos".split(" "));

function townBefore(
  words: readonly Word[],
  zipAt: number,
): { city: string | null; state: string | null; at: number } | null {
  for (let at = Math.max(0, zipAt - 5); at < zipAt; at++) {
    const place = placeAt(words, at);
    const named = place.state !== null || beginsTown(words, at);
    if (place.zip !== null && place.to === zipAt + 1 && named) return { ...place, at };
  }
  return null;
}

function announcesZip(words: readonly Word[]): boolean {
  return words.some(({ text }) => /^(?:zip|zipcode|postal|area|service|serve|cover|cubren|codigo|zona)$/.test(text));
}

function withoutBoxes(words: readonly Word[]): Word[] {
  const isBox = (i: number) => {
    const [a, b, c] = [words[i]?.text, words[i + 1]?.text, words[i + 2]?.text];
    const box = /^(?:box|postal)$/.test(b ?? "") && /^(?:p ?o|po|apartado|pobox|post|casilla)$/.test(a ?? "");
    return (box && /^[\d#]/.test(c ?? "")) || (/^(?:pob|pobox)$/.test(a ?? "") && /^\d/.test(b ?? ""));
  };
  return words.map((word, i) =>
    [0, 1, 2, 3].some((back) => i >= back && isBox(i - back)) ? { ...word, text: "~" } : word,
  );
}

function spanOf(message: Message, words: readonly Word[], from: number, to: number): Span {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? start;
  const first = message.tokens.findIndex((token) => token.end > start);
  const after = message.tokens.findIndex((token) => token.start >= end);
  return { from: Math.max(first, 0), to: after < 0 ? message.tokens.length : after };
}
