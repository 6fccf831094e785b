import { findZip } from "#platform/values/zip.ts";
import { labels } from "../lexicon/address-cues.ts";
import { isGivenName } from "../lexicon/names/names.ts";
import { isKnownTown, isZip, type Place, placeAt } from "./place.ts";
import { isTown } from "./town.ts";
import { findPhrase, lineBefore, type Word } from "./words.ts";

/** A town begins an address after a sign, or after a word that says where the customer is, not somebody else. */
const clauseStart =
  / (?:[,.:;!?\n(-]|(?:i'm|im|am|we're|are|live|living|located|out|over|here|vivo|vivimos|estoy|estamos|soy|somos|aca|aqui|[,.]) (?:in|en|de|from)|(?:town|city|ciudad|pueblo) (?:is|es)) $|^ (?:(?:in|en|de) )?$/;
const longestPlace = 7;

/** The town told right before an address: "Toledo Ohio, 2816 Monroe St", "I live in Duluth. 1422 E Superior St". */
export function placeBefore(words: readonly Word[], before: number): (Place & { from: number }) | null {
  let end = before;
  while (end > 0 && /^(?:[,.:;\n(-]|at|en|on)$/.test(words[end - 1]?.text ?? "")) end--;
  if (end === before) return null;
  for (let from = Math.max(0, end - longestPlace); from < end; from++) {
    if (!beginsClause(words, from)) continue;
    const place = placeAt(words, from);
    const isPerson = isGivenName(words[from]?.text ?? "") && !/^(?:in|en)$/.test(words[from - 1]?.text ?? "");
    const known = place.city !== null && isTown(place.city) && !isPerson;
    if (place.to === end && (known || place.zip !== null || place.state !== null)) return { ...place, from };
  }
  return null;
}

/** A town told elsewhere, by the word for one or with its state or ZIP: "Town's Reno", "No, a house. Lowell, Massachusetts". */
export function placeElsewhere(words: readonly Word[], after: number): (Place & { from: number }) | null {
  const cue = findPhrase(
    words,
    / (?:town|town's|city|city's|ciudad|pueblo)(?: (?:is|es|of|de|:))+ | (?:town's|city's) /,
  );
  const told = cue && placeAt(words, cue.to);
  if (cue && told?.city) return { ...told, from: cue.to };
  for (let from = after; from < words.length; from++) {
    const place = /^[.?!,\n]$/.test(words[from - 1]?.text ?? "") ? placeAt(words, from) : null;
    if (place !== null && isKnownTown(place)) return { ...place, from };
  }
  return null;
}

function beginsClause(words: readonly Word[], at: number): boolean {
  return clauseStart.test(lineBefore(words, at)) || isZip(words[at]?.text ?? "");
}

/** A ZIP code of the United States anywhere in the words. */
export function zipIn(words: readonly Word[], from = 0): { zip: string; at: number } | null {
  const at = words.findIndex(
    ({ text }, i) => i >= from && isZip(text) && findZip(text.slice(0, 5)) !== null && !isCounted(words, i),
  );
  return at < 0 ? null : { zip: words[at]?.text.slice(0, 5) ?? "", at };
}

function isCounted(words: readonly Word[], at: number): boolean {
  const before = lineBefore(words, at);
  return before.endsWith(" $ ") || (labels.test(before) && !/ (?:code|codigo) $/.test(before));
}
