import { zipsNamed } from "#platform/values/zip.ts";

/** What stands before the name of a place: "do you come out to Round Rock", "estoy en Orlando". */
const BEFORE =
  /(?:^|\s)(?:cover|covers|serve|service|reach|to|in|near|around|at|from|en|a|hasta|cubren|atienden)\s+(.+)/iu;
const MOST_WORDS = 3;

/** The city that a text names, in a question about the area or alone in answer to one; null when none is known by it. */
export function findCity(text: string): string | null {
  const sentence = text.replaceAll(/[?!.,;]+/g, " ").trim();
  const rest = BEFORE.exec(sentence)?.[1] ?? sentence;
  const words = rest.split(/\s+/);
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count -= 1) {
    const name = words.slice(0, count).join(" ");
    const [place] = zipsNamed(name);
    if (place !== undefined) return place.city;
    if (BEFORE.test(` ${words.slice(1).join(" ")}`) && count === 1) return findCity(words.slice(1).join(" "));
  }
  return null;
}
