import { readState, zipsNamed } from "#platform/values/zip.ts";

/** A city as a customer names it; the state only when it is said. */
export type NamedCity = { city: string; state: string | null };

/** What stands before the place somebody asks about: "do you come out to Round Rock". */
const ASKED = /\b(?:cover|covers|serve|service|to|in|near|around|at|en|a|hasta|cubren|atienden)\s+/giu;
/** What stands before the place somebody is at: "I'm in Houston", "vivo en Orlando". */
const STATED =
  /\b(?:i'?m|i am|we'?re|we are|live|located|house is|home is|estoy|estamos|vivo|vivimos)\s+(?:in|at|near|en|por)\s+/giu;
const MOST_WORDS = 3;

/** The city in a question about the area. */
export function cityAskedAbout(text: string): NamedCity | null {
  return cityBehind(ASKED, text);
}

/** The city that answers "where?": alone, or after a word such as "in". */
export function cityInAnswer(text: string): NamedCity | null {
  return cityAt(text) ?? cityBehind(ASKED, text);
}

/** The city somebody says they are in; elsewhere in a text a name counts only with its state ("in Providence RI"). */
export function cityStated(text: string): NamedCity | null {
  const named = cityBehind(ASKED, text);
  return cityBehind(STATED, text) ?? (named?.state == null ? null : named);
}

function cityBehind(opening: RegExp, text: string): NamedCity | null {
  for (const match of text.matchAll(opening)) {
    const city = cityAt(text.slice(match.index + match[0].length));
    if (city !== null) return city;
  }
  return null;
}

/** The longest name of a city with which the text begins. */
function cityAt(text: string): NamedCity | null {
  const words = text
    .trim()
    .split(/[\s,]+/)
    .map((word) => word.replaceAll(/[?!.;]+$/g, ""));
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count -= 1) {
    const named = zipsNamed(words.slice(0, count).join(" "));
    const [place] = named;
    if (place === undefined) continue;
    const state = readState(words.slice(count, count + 2).join(" ")) ?? readState(words[count] ?? "");
    const there = state === null ? undefined : named.find((one) => one.state === state);
    return there === undefined ? { city: place.city, state: null } : { city: there.city, state };
  }
  return null;
}
