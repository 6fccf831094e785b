import type { Context } from "#understanding";
import type { Phrase } from "../wording/phrases.ts";
import type { Session } from "./session.ts";
import type { Act } from "./world.ts";

/** What a turn comes to: what is done, what is said, and what is known afterwards. */
export type Decision = { session: Session; acts: Act[]; phrases: Phrase[] };

/** A decision that asks for something; the session remembers what. */
export function asking(session: Session, asked: Context, phrases: Phrase[], acts: Act[] = []): Decision {
  return { session: { ...session, asked }, acts, phrases };
}

/** A decision that asks for nothing. */
export function telling(session: Session, phrases: Phrase[], acts: Act[] = []): Decision {
  return asking(session, "none", phrases, acts);
}
