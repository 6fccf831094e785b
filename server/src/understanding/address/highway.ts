import { roadWords, strongTypes, weakTypes } from "../lexicon/address.ts";
import { notStreet } from "../lexicon/street-names.ts";
import { directionOf, type Word } from "./words.ts";

const roadNumber = /^(?:\d{1,4}[a-z]?|[a-z]{1,2}|\d{1,4}-[a-z])$/;

/** "Highway 290 W", "County Road 12", "FM 1460", "US-41", and the grid of Utah: "South 500 East". */
export function highwayEnd(words: readonly Word[], at: number): number | null {
  if (isGrid(words, at)) return /^(?:road|rd|street|st)$/.test(words[at + 3]?.text ?? "") ? at + 4 : at + 3;
  let i = at;
  while (directionOf(words[i])) i++;
  const first = i;
  while (isRoadWord(words, i) || (i > first && /^(?:road|rd|to|market|-|no|#|number)$/.test(words[i]?.text ?? ""))) i++;
  const road = words
    .slice(first, i)
    .some(({ text }) => !/^(?:county|state|farm|park|ranch|business|old|#|-)$/.test(text));
  if (!road || !roadNumber.test(words[i]?.text ?? "")) return null;
  const name = words[i]?.text ?? "";
  const after = words[i + 1]?.text ?? "";
  if (/^[a-z]+$/.test(name) && (directionOf(words[i]) || strongTypes.has(after) || weakTypes.has(after))) return null;
  if (/^(?:frontage|service|access)$/.test(after)) return strongTypes.has(words[i + 2]?.text ?? "") ? i + 3 : i + 2;
  const end = /^(?:hwy|highway|road|rd)$/.test(after) ? i + 2 : i + 1;
  return directionOf(words[end]) ? end + 1 : end;
}

function isGrid(words: readonly Word[], at: number): boolean {
  return directionOf(words[at]) && /^\d{2,5}$/.test(words[at + 1]?.text ?? "") && directionOf(words[at + 2]);
}

/** A word for a numbered road; "old" and a state's name before one belong to it. */
function isRoadWord(words: readonly Word[], at: number): boolean {
  const [text = "", next = "", number = ""] = [0, 1, 2].map((ahead) => words[at + ahead]?.text ?? "");
  if (roadWords.has(text) || (/^(?:co|c)$/.test(text) && /^(?:rd|r)$/.test(next))) return true;
  if (text === "old") return roadWords.has(next);
  const numbered = /^(?:highway|hwy|route|rte|rt|state)$/.test(next);
  return numbered && (/^[a-z]{2}$/.test(text) || (/^[a-z]+$/.test(text) && /^\d/.test(number) && !notStreet.has(text)));
}
