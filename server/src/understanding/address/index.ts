import type { Address, Context } from "../contract.ts";
import { dwellingWords, unitWords } from "../lexicon/address.ts";
import { disowned, strongCues } from "../lexicon/address-cues.ts";
import type { Message, Span } from "../text/message.ts";
import { withoutBoxes } from "./boxes.ts";
import { cornerIn } from "./corner.ts";
import { highwayEnd } from "./highway.ts";
import { numbersSomethingElse } from "./number.ts";
import { placeAt } from "./place.ts";
import { placeBefore, placeElsewhere, zipIn } from "./place-apart.ts";
import { ruralRouteAt, type Street, streetAt } from "./street.ts";
import { streetFirstAt } from "./street-first.ts";
import { isTyped } from "./street-name.ts";
import { announcedStreet, corrected, type ToldApart, unnumberedStreet } from "./told-apart.ts";
import { unitAnywhere, unitAt, unitBefore } from "./unit.ts";
import { announcesZip, type PartsFound, withoutStreet } from "./without-street.ts";
import { lineBefore, type Range, type Word, wordsOf } from "./words.ts";

/** An address in a message and the tokens that make it up. */
export type AddressFound = { address: Address | null; spans: readonly Span[] };

/**
 * The first place in a message that somebody can be sent to, with only what was stated. Post-office boxes are no such
 * place. When an address was asked for, a street needs no type and a town, ZIP or unit is enough.
 */
export function findAddress(message: Message, context: Context): AddressFound {
  const said = wordsOf(message);
  const words = withoutBoxes(said);
  const asked = context === "address";
  const street = streetIn(words, asked);
  const namesBox = words.some(({ text }, at) => text !== said[at]?.text);
  const placeIsEnough = !namesBox && (asked || announcesZip(words));
  const found = street ? around(words, street) : placeIsEnough ? withoutStreet(words, asked) : null;
  return { address: found?.address ?? null, spans: (found?.parts ?? []).map((part) => spanOf(message, words, part)) };
}

/** The surest kind of street that the words hold: with number and type, told in parts, then looser ones. */
function streetIn(words: readonly Word[], asked: boolean): Street | ToldApart | null {
  const found =
    first(words, (at) => ruralRouteAt(words, at) ?? streetFirstAt(words, at) ?? streetAt(words, at, false)) ??
    announcedStreet(words) ??
    first(words, (at) => namedStreetAt(words, at, asked)) ??
    cornerIn(words, asked) ??
    unnumberedStreet(words, asked);
  return found && corrected(words, found);
}

/** The first street that the customer does not say to be another place: "not 450 Oak St", "across from 9 Elm St". */
function first(words: readonly Word[], find: (at: number) => Street | null): Street | null {
  for (let at = 0; at < words.length; at++) {
    const sign = words[at - 1]?.text ?? "";
    // "#5 Oak Lane" and "Number 5, Oak Lane" are houses, "Oak Lane #5" is a flat.
    const numbersHouse = /^(?:#|no|num|numero|number)$/.test(sign) && at === 1 && isTyped(words, at + 1);
    if ((unitWords.has(sign) || sign === "#") && !numbersHouse) continue;
    const found = disowned.test(lineBefore(words, at)) ? null : find(at);
    if (found) return found;
  }
  return null;
}

/** A number and a street without a type, where an address is expected or what follows is part of one. */
function namedStreetAt(words: readonly Word[], at: number, asked: boolean): Street | null {
  const { zip, city } = placeAt(words, at);
  if (numbersSomethingElse(words, at) || numbersHighway(words, at) || (zip !== null && city !== null)) return null;
  const street = streetAt(words, at, true);
  return street && (isExpected(words, at, asked) || isFollowedByMore(words, street)) ? street : null;
}

/** The number of "Hwy 290 W" is the road's. */
function numbersHighway(words: readonly Word[], at: number): boolean {
  return [1, 2].some((before) => at >= before && (highwayEnd(words, at - before) ?? 0) > at);
}

function isExpected(words: readonly Word[], at: number, asked: boolean): boolean {
  const long = (words[at]?.text.length ?? 0) >= 2 || /^[A-Z]/.test(words[at + 1]?.raw ?? "");
  const inSpanish = /^(?:el|al|la)$/.test(words[at - 1]?.text ?? "") && words[at + 1]?.text === "de";
  const named = /^[A-Z]/.test(words[at + 2]?.raw ?? "");
  return (asked && long) || (inSpanish && named) || strongCues.test(lineBefore(words, at));
}

/** "2300 S Congress, Austin", "1801 N Lamar ste 210". */
function isFollowedByMore(words: readonly Word[], street: Street): boolean {
  const unit = unitAt(words, street.to);
  const place = placeAt(words, unit.to);
  const placed = place.state !== null || (place.city !== null && words[street.to]?.text === ",");
  const housed = unit.unit !== null && dwellingWords.has(words[street.to]?.text ?? "");
  return (placed || housed) && (street.number?.length ?? 0) >= 2;
}

/** The whole address of which this is the street: unit, town, state and ZIP after it, before it, or told elsewhere. */
function around(words: readonly Word[], street: Street | ToldApart): PartsFound {
  const number = "numberAt" in street ? street.numberAt : null;
  const streetEnd = Math.max(street.to, number?.to ?? 0);
  const after = unitAt(words, streetEnd);
  const next = placeAt(words, after.to);
  const last = after.unit === null ? unitAt(words, next.to) : { unit: null, to: next.to };
  const zipAfter = last.to > next.to ? placeAt(words, last.to).zip : null;
  const unit = after.unit ?? unitBefore(words, street.from) ?? last.unit;
  const unitApart = unit === null ? unitAnywhere(words) : null;
  const placeApart = next.city === null ? (placeBefore(words, street.from) ?? placeElsewhere(words, last.to)) : null;
  const zip = next.zip ?? zipAfter ?? placeApart?.zip ?? null;
  const zipApart = zip === null ? zipIn(words, last.to) : null;
  const address = {
    number: street.number,
    street: street.street,
    unit: unit ?? unitApart?.unit ?? null,
    city: next.city ?? placeApart?.city ?? null,
    state: next.state ?? placeApart?.state ?? null,
    zip: zip ?? zipApart?.zip ?? null,
  };
  const whole = { from: street.from, to: last.to };
  const parts = [whole, number, unitApart, placeApart, zipApart && { from: zipApart.at, to: zipApart.at + 1 }];
  return { address, parts: parts.filter((part) => part !== null) };
}

function spanOf(message: Message, words: readonly Word[], { from, to }: Range): Span {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? start;
  const first = message.tokens.findIndex((token) => token.end > start);
  const after = message.tokens.findIndex((token) => token.start >= end);
  return { from: Math.max(first, 0), to: after < 0 ? message.tokens.length : after };
}
