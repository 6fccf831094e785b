import usCities from "addresser/data/us-cities.json" with { type: "json" };
import { functionWords } from "../lexicon/function-words.ts";
import { stateCodes, states } from "../lexicon/states.ts";
import { notStreet } from "../lexicon/street-names.ts";
import type { Word } from "./words.ts";

const ordinary = new Set([...functionWords.en, ...functionWords.es, ...notStreet]);
/** Towns as "austin" and as "austin, TX". */
const cities = new Set(
  Object.entries<string[]>(usCities).flatMap(([state, names]) =>
    names.flatMap((name) => [name.toLowerCase(), `${name.toLowerCase()}, ${state}`]),
  ),
);

/** What is known around a name: a state or ZIP after it, a sign or "in" before it, the end of the clause after it. */
export type Surroundings = { tailed: boolean; announced: boolean; closed: boolean };

/** Whether the words name a town: one that is known, or any before a state or ZIP, or a capitalised one that is announced. */
export function isCity(words: readonly Word[], { tailed, announced, closed }: Surroundings): boolean {
  if (words.length === 0 || words.some(({ text }) => !/^[a-z\u00f1]/.test(text))) return false;
  const name = townName(words.map(({ text }) => text).join(" "));
  if (words.length === 1 && ((ordinary.has(name) && !tailed) || stateCodes.has(name.toUpperCase()))) return false;
  if (cities.has(name))
    return tailed || announced || words.every(({ raw }) => /^[A-Z]/.test(raw)) || name.length > 5 || closed;
  if (words.some(({ text }) => ordinary.has(text) && !/^(?:of|the|de|la|el|los|las|san|st|ft)$/.test(text)))
    return false;
  return (tailed && words.length <= 3) || (announced && words.every(({ raw }) => /^[A-Z]/.test(raw)));
}

/** Whether a town of the United States has this name. */
export function isTown(name: string): boolean {
  return cities.has(townName(name.toLowerCase()));
}

/** "Hutto TX" is a town and a state; "Iowa City" is a town. */
export function endsInState(words: readonly Word[], from: number, to: number): boolean {
  const texts = words.slice(from, to).map(({ text }) => text);
  const last = texts.at(-1) ?? "";
  if (texts.length < 2 || cities.has(texts.join(" "))) return false;
  return (
    stateCodes.has(last.toUpperCase()) ||
    [last, texts.slice(-2).join(" "), texts.slice(-3).join(" ")].some((name) => Object.hasOwn(states, name))
  );
}

/** Whether the sentence goes on with a word that belongs to what came before: "gate code" is no town. */
export function goesOn(word: Word | undefined): boolean {
  return word !== undefined && /^[a-z]/.test(word.text) && !ordinary.has(word.text);
}

/** Whether a sign or the end of the message stands here. */
export function closes(word: Word | undefined): boolean {
  return word === undefined || /^[,.;:!?\n()-]$/.test(word.text);
}

/** Whether these words name a town of this state. */
export function isTownIn(words: readonly Word[], state: string): boolean {
  return cities.has(`${townName(words.map(({ text }) => text).join(" "))}, ${state}`);
}

/** The name as the list of towns spells it: "St Louis" is "Saint Louis". */
function townName(said: string): string {
  return said.replace(/^st /, "saint ").replace(/^ft /, "fort ");
}
