import type { Context } from "#understanding";
import type { Phrase } from "../wording/phrases.ts";
import type { Heard } from "./heard.ts";
import type { Session } from "./session.ts";
import type { Act, World } from "./world.ts";

/** What a turn is decided by: what was known before, what is known with the new words, and what the tools say. */
export type Turn = { before: Session; session: Session; heard: Heard; world: World };

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

/** The same, with something said and done before it. */
export function after({ phrases, acts }: Pick<Decision, "phrases" | "acts">, next: Decision): Decision {
  return { ...next, phrases: [...phrases, ...next.phrases], acts: [...acts, ...next.acts] };
}
