import { z } from "zod";

const ASKS = ["address", "time", "name", "confirm", "problem"] as const;

const time = z.string().regex(/^\d{2}:\d{2}$/);

/** A scripted customer: a literal text, or one said only in answer to a message that asks for it. */
export const turn = z.union([
  z.string().min(1),
  z.object({ if_asked: z.enum(ASKS), say: z.string().min(1), picks: z.int().positive().optional() }),
]);
export type Turn = z.infer<typeof turn>;
export type Ask = (typeof ASKS)[number];

export const dialogue = z.object({
  id: z.union([z.string(), z.number()]),
  lang: z.enum(["en", "es"]),
  trade: z.string(),
  persona: z.string().optional(),
  business: z.object({
    name: z.string(),
    zone: z.string(),
    hours: z.record(z.string(), z.object({ open: time, close: time }).nullable()),
    zip: z.string().regex(/^\d{5}$/),
    radius_miles: z.number().positive(),
    now: z.iso.datetime({ offset: true }),
    holidays: z.array(z.union([z.string(), z.object({ date: z.string(), name: z.string().optional() })])).optional(),
  }),
  turns: z.array(turn).min(1),
  expect: z.unknown().optional(),
});
export type Dialogue = z.infer<typeof dialogue>;

/**
 * Reads dialogues, one JSON object a line.
 * @throws naming the line that is not a dialogue and what is wrong with it.
 */
export function readDialogues(text: string): Dialogue[] {
  return text
    .split("\n")
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, number }) => {
      const parsed = dialogue.safeParse(json(line, number));
      if (!parsed.success)
        throw new Error(
          `Line ${number}: ${parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}`,
        );
      return parsed.data;
    });
}

function json(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`Line ${number} is not JSON.`);
  }
}
