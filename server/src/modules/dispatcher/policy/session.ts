import { z } from "zod";
import { Address, contexts, hazards, languages, levels, trades, WantedTime } from "#understanding";
import { rateTimes } from "../tools/rate-time.ts";

/**
 * A free time as it was offered, so that "the second one" and "Tuesday at 2" find it again. Moments are ISO 8601 strings;
 * `date`, `from` and `to` are the arrival window on the business's wall clock.
 */
export const offeredSlot = z.object({
  start: z.string(),
  end: z.string(),
  window_start: z.string(),
  window_end: z.string(),
  resource_id: z.uuid(),
  rate: z.enum(rateTimes),
  date: z.iso.date(),
  from: z.string(),
  to: z.string(),
});
export type OfferedSlot = z.infer<typeof offeredSlot>;

/** How a talk about a visit ended. */
export const endings = ["booked", "declined", "undecided", "out_of_area", "wrong_number"] as const;

/** What the dispatcher knows of the conversation it holds. Stored as JSON after every turn. */
export const session = z.object({
  language: z.enum(languages),
  disclosed: z.boolean(),
  problem: z.string().nullable(),
  /** What was told of the problem later on. */
  details: z.array(z.string()),
  trade: z.enum(trades).nullable(),
  level: z.enum(levels),
  hazard: z.enum(hazards).nullable(),
  address: Address.nullable(),
  /** The ZIP was asked for once: it is not asked for again. */
  zip_asked: z.boolean(),
  name: z.string().nullable(),
  name_asked: z.boolean(),
  /** When the customer wants it. */
  wish: WantedTime.nullable(),
  /** Only times after this moment are wanted: "anything later?" */
  later_than: z.string().nullable(),
  offered: z.array(offeredSlot),
  chosen: offeredSlot.nullable(),
  /** What the last message of ours asked for. */
  asked: z.enum(contexts),
  /** Questions in a row that were not answered. */
  failures: z.int(),
  /** The visit that is being moved, when it is no new one that is talked about. */
  moving: z.uuid().nullable(),
  owner_alerted: z.boolean(),
  /** Thanks were answered since the talk last went on. */
  thanked: z.boolean(),
  /** How the talk ended; null while it goes on. */
  ended: z.enum(endings).nullable(),
  turns: z.int(),
});
export type Session = z.infer<typeof session>;

/** What is known of a customer before the first word. */
export type KnownCustomer = { language: Session["language"]; name: string | null; address: Session["address"] };

export function newSession(known: KnownCustomer): Session {
  return {
    ...known,
    disclosed: false,
    problem: null,
    details: [],
    trade: null,
    level: "routine",
    hazard: null,
    zip_asked: false,
    name_asked: false,
    wish: null,
    later_than: null,
    offered: [],
    chosen: null,
    // The text that answers a missed call asks what the customer needs.
    asked: "problem",
    failures: 0,
    moving: null,
    owner_alerted: false,
    thanked: false,
    ended: null,
    turns: 0,
  };
}

/** Whether the talk is about getting a visit, and not about one that the customer already has. */
export function arrangesNewVisit({ ended, problem, moving }: Session): boolean {
  return ended === null && problem !== null && moving === null;
}

/** A talk that has come to its end: the customer stays known, what was being arranged does not. */
export function ended(session: Session, how: Session["ended"]): Session {
  const nothing = { wish: null, later_than: null, offered: [], chosen: null, moving: null, failures: 0 };
  return { ...session, ...nothing, ended: how };
}

/** The same customer with a new problem. */
export function anew(session: Session): Session {
  const { language, name, address, disclosed, name_asked, zip_asked, turns } = session;
  return { ...newSession({ language, name, address }), disclosed, name_asked, zip_asked, turns };
}
