import { readFileSync } from "node:fs";
import type { understand } from "../../src/understanding/index.ts";

/** The sets of single messages; `dialogues.jsonl` has a form of its own. */
export const MESSAGE_SETS = ["danger", "opt-out", "time", "intent", "address", "money", "name"] as const;

export type MessageSet = (typeof MESSAGE_SETS)[number];

/** What is certain about a message: fields of the understanding, and the `_in`, `_include`, `_exclude` forms of the README. */
export type Expectation = Record<string, unknown>;

/** One line of a set: an input of `understand` and what is certain about it. */
export type Line = Parameters<typeof understand>[0] & { id: string; text: string; expect: Expectation };

/** One scripted customer, in the form that `nmc simulate --dialogues` plays. */
export interface Dialogue {
  id: string;
  lang: "en" | "es";
  trade: string;
  persona: string;
  business: {
    name: string;
    zone: string;
    hours: Record<string, { open: string; close: string }>;
    zip: string;
    radius_miles: number;
    now: string;
    holidays?: string[];
  };
  turns: (string | { if_asked: string; say: string; picks?: number })[];
  expect: { outcome: string; forbidden?: string[]; must_say?: string[] };
}

/** The lines of `<name>.jsonl` beside this file; throws when a line is not JSON. */
export function readSet<T>(name: string): T[] {
  const file = new URL(`./${name}.jsonl`, import.meta.url);
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line): T => JSON.parse(line));
}
