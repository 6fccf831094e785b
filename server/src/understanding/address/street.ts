import { fold } from "../text/characters.ts";
import { numberAt } from "./number.ts";
import { nameEndAt } from "./street-name.ts";
import { lineFrom, type Word } from "./words.ts";
import { nameOf } from "./written-name.ts";

/** A street found in the words: `from` to `to` (exclusive). */
export type Street = { number: string | null; street: string; from: number; to: number };

/** A house number and a street that begin at `at`; `named` accepts a street without a type. */
export function streetAt(words: readonly Word[], at: number, named: boolean): Street | null {
  const number = numberAt(words, at);
  if (!number) return null;
  const end = nameEndAt(words, number.to, named && words[number.to - 1]?.text !== ",");
  return end === null ? null : { number: number.text, street: nameOf(words.slice(number.to, end)), from: at, to: end };
}

const route = "(?:r ?r|(?:rural|star) (?:route|rt|rte)|hcr?|ruta rural|highway contract(?: route)?)";
const boxedRoute = new RegExp(
  `^ (?:${route}|route|rte?|ruta) (?:(?:#|no|number) )?\\d+[a-z]? (?:, )?(?:box|bx|caja|buzon) (?:(?:#|no) )?(?:\\d+(?:-?[a-z])?|[a-z]-?\\d+) `,
);
const longestRoute = 8;
const bareRoute = /^ (?:rr|rural (?:route|rt|rte)|ruta rural) (?:(?:#|no) )?\d+ /;

/** A rural route with its box: it has no number. */
export function ruralRouteAt(words: readonly Word[], at: number): Street | null {
  const length = routeLength(lineFrom(words, at, longestRoute));
  if (length === 0) return null;
  const to = at + length;
  return { number: null, street: nameOf(words.slice(at, to)), from: at, to };
}

/** A corner, "Oak and Main", and a rural route are found without a house's number, and have none. */
export function bearsNoNumber(street: string): boolean {
  return / (?:and|y) /.test(street) || routeLength(` ${fold(street)} `) > 0;
}

function routeLength(line: string): number {
  const match = boxedRoute.exec(line) ?? bareRoute.exec(line);
  return match?.[0].trim().split(" ").length ?? 0;
}
