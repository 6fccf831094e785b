import { z } from "zod";
import { Address, contexts, hazards, languages, levels, trades, WantedTime } from "#understanding";

/** A slot as it was offered, so that "the second one" and "Tuesday at 2" find it again. Moments are ISO 8601 strings. */
export const offeredSlot = z.object({
  start: z.string(),
  end: z.string(),
  window_start: z.string(),
  window_end: z.string(),
  resource_id: z.uuid(),
});
export type OfferedSlot = z.infer<typeof offeredSlot>;

/** What the dispatcher knows of the conversation it holds. Stored as JSON after every turn. */
export const session = z.object({
  language: z.enum(languages),
  disclosed: z.boolean(),
  problem: z.string().nullable(),
  trade: z.enum(trades).nullable(),
  level: z.enum(levels),
  hazard: z.enum(hazards).nullable(),
  address: Address.nullable(),
  /** The ZIP was asked for once: it is not asked for again. */
  zip_asked: z.boolean(),
  name: z.string().nullable(),
  name_asked: z.boolean(),
  time: WantedTime.nullable(),
  offered: z.array(offeredSlot),
  chosen: offeredSlot.nullable(),
  /** What the last message of ours asked for. */
  asked: z.enum(contexts),
  /** Questions in a row that were not answered. */
  failures: z.int(),
  /** Moving an existing visit instead of booking a new one. */
  moving: z.uuid().nullable(),
  /** The visit that this conversation booked. */
  booked: z.uuid().nullable(),
  owner_alerted: z.boolean(),
  closed: z.boolean(),
  turns: z.int(),
});
export type Session = z.infer<typeof session>;

export function newSession(language: Session["language"], known: { name: string | null }): Session {
  return {
    language,
    disclosed: false,
    problem: null,
    trade: null,
    level: "routine",
    hazard: null,
    address: null,
    zip_asked: false,
    name: known.name,
    name_asked: false,
    time: null,
    offered: [],
    chosen: null,
    asked: "problem",
    failures: 0,
    moving: null,
    booked: null,
    owner_alerted: false,
    closed: false,
    turns: 0,
  };
}
