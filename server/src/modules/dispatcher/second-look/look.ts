import type { Understanding } from "#understanding";
import type { Session } from "../policy/session.ts";

/** What the talk knows beyond the single text. */
export type Talk = Pick<Session, "asked" | "offered" | "language" | "turns">;

/** One correction of what was read, where the talk knows better. */
export type Look = (understanding: Understanding, text: string, talk: Talk) => Understanding;

type Intents = Understanding["intents"];

export function without({ intents }: Understanding, ...unsaid: Intents): Intents {
  return intents.filter((intent) => !unsaid.includes(intent));
}
