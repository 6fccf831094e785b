import type { Address } from "../contract.ts";
import { isKnownTown, placeAt } from "./place.ts";
import { zipIn } from "./place-apart.ts";
import { isTown } from "./town.ts";
import { unitAnywhere } from "./unit.ts";
import { findPhrase, type Range, type Word } from "./words.ts";

/** Parts of an address and where each stands. */
export type PartsFound = { address: Address; parts: readonly Range[] };

const noPart: Address = { number: null, street: null, unit: null, city: null, state: null, zip: null };

/** What an answer to "where?" gives when it names no street: a ZIP with its town, a town, or a unit. */
export function withoutStreet(words: readonly Word[], asked: boolean): PartsFound | null {
  return zipWithTown(words) ?? townOnly(words) ?? (asked ? unitOnly(words) : null);
}

/** Whether the message says that a ZIP is one, or asks about the area served. */
export function announcesZip(words: readonly Word[]): boolean {
  return words.some(({ text }) => /^(?:zip|zipcode|postal|area|service|serve|cover|cubren|codigo|zona)$/.test(text));
}

function zipWithTown(words: readonly Word[]): PartsFound | null {
  const found = zipIn(words);
  if (!found) return null;
  const { zip, at } = found;
  const place = townBefore(words, at) ?? { ...placeAt(words, at), from: at };
  const address = { ...noPart, city: place.city, state: place.state, zip };
  return { address, parts: [{ from: place.from, to: Math.max(place.to, at + 1) }] };
}

function townBefore(words: readonly Word[], zipAt: number) {
  for (let from = Math.max(0, zipAt - 5); from < zipAt; from++) {
    const place = placeAt(words, from);
    const named = place.state !== null || isKnownTown(place);
    if (place.zip !== null && place.to === zipAt + 1 && named) return { ...place, from };
  }
  return null;
}

const beforeTown =
  /^ (?:(?:i|i'm|im|am|we|we're|were|are|is|it|its|it's|live|out|over|here|right|in|at|the|town|city|en|de|soy|estoy|estamos|vivo|vivimos|aca|aqui|por|la(?= ciudad )|ciudad|es) )*/;

/** "Waco", "Tampa FL", "im out in Cedar Park": a known town that is all of the answer. */
function townOnly(words: readonly Word[]): PartsFound | null {
  const from = findPhrase(words, beforeTown)?.to ?? 0;
  const { city, state, to } = placeAt(words, from);
  const isWhole = words.slice(to).every(({ text }) => /^[.,!]$/.test(text));
  const known = city !== null && (state !== null || isTown(city));
  return known && isWhole ? { address: { ...noPart, city, state }, parts: [{ from, to }] } : null;
}

/** "Apt 4", "unit 17, I already gave u the street". */
function unitOnly(words: readonly Word[]): PartsFound | null {
  const found = unitAnywhere(words);
  return found && { address: { ...noPart, unit: found.unit }, parts: [found] };
}
