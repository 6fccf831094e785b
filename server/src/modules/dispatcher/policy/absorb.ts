import type { Address, Understanding } from "#understanding";
import type { Session } from "./session.ts";

const LEVELS = ["routine", "urgent", "life"] as const;

/** Takes over everything a message told, whichever question it answers. A later word replaces an earlier one. */
export function absorb(session: Session, heard: Understanding, text: string): Session {
  return {
    ...session,
    language: heard.language,
    problem: problemAfter(session, heard, text),
    trade: heard.trade ?? session.trade,
    level: LEVELS[Math.max(LEVELS.indexOf(session.level), LEVELS.indexOf(heard.level))] ?? session.level,
    hazard: heard.hazard ?? session.hazard,
    address: heard.address === null ? session.address : mergeAddress(session.address, heard.address),
    name: heard.name ?? session.name,
    time: heard.time.kind === "none" ? session.time : heard.time,
    turns: session.turns + 1,
  };
}

/** The first words that tell a problem are kept; what is said when asked for it counts even if no word is known. */
function problemAfter(session: Session, heard: Understanding, text: string): string | null {
  const tellsProblem = heard.intents.includes("give_problem") || heard.hazard !== null;
  if (tellsProblem) return session.problem === null ? text : session.problem;
  if (
    session.problem === null &&
    session.asked === "problem" &&
    heard.intents.includes("book") &&
    text.split(/\s+/).length > 3
  )
    return text;
  return session.problem;
}

/** A ZIP given on its own completes the street given before; a new street starts a new address. */
function mergeAddress(known: Address | null, heard: Address): Address {
  if (known === null || heard.street !== null) return heard;
  const stated = Object.fromEntries(Object.entries(heard).filter(([, value]) => value !== null));
  return { ...known, ...stated };
}
