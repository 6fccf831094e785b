import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readDialogues } from "../../../simulation/dialogue.ts";
import { type Played, play, transcript } from "../testing/play.ts";

/** What a dialogue has to come to; hours are on the business's wall clock. */
const wanted = z.strictObject({
  outcome: z.string(),
  start: z.string().optional(),
  date: z.string().optional(),
  not_date_before: z.string().optional(),
  not_before: z.string().optional(),
  before: z.string().optional(),
  address: z.string().optional(),
  name: z.string().optional(),
});

const dialogues = readDialogues(readFileSync(new URL("./dialogues.jsonl", import.meta.url), "utf8"));

describe("the customers of development", () => {
  it.each(
    dialogues.map((dialogue) => [`${dialogue.id} ${dialogue.lang} ${dialogue.trade}: ${dialogue.persona}`, dialogue]),
  )("%s", async (_name, dialogue) => {
    const expected = wanted.parse(dialogue.expect);
    const played = await play(dialogue);
    expect(breaches(played, expected), transcript(played)).toEqual([]);
  });
});

function breaches({ outcome, visit }: Played, expected: z.infer<typeof wanted>): string[] {
  const { date = "", from = "" } = visit?.slot ?? {};
  const { start = `${date}T${from}`, not_before = "", before = "24:00", not_date_before = "" } = expected;
  return [
    ...(outcome === expected.outcome ? [] : [`came to ${outcome}`]),
    ...(start === `${date}T${from}` && date === (expected.date ?? date) ? [] : [`is on ${date} at ${from}`]),
    ...(visit === null || (from >= not_before && from < before && date >= not_date_before)
      ? []
      : [`is at ${date} ${from}`]),
    ...(visit?.address.includes(expected.address ?? "") === false ? [`is at ${visit.address}`] : []),
    ...(expected.name === undefined || visit?.name?.startsWith(expected.name) ? [] : [`is for ${visit?.name}`]),
  ];
}
