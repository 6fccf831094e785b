import type { Address } from "#understanding";
import { namesService } from "../tools/services.ts";
import { type Heard, onlySays, says, saysWhen } from "./heard.ts";
import { arrangesNewVisit, type Session } from "./session.ts";
import {
  asksSomething,
  keepsDay,
  keepsHour,
  saysNothing,
  saysWrong,
  soundsLikeTrouble,
  wantsLater,
  wantsSooner,
  wordCount,
} from "./signs.ts";
import { mergeWish, soonerWish } from "./wish.ts";

/** The day and hour of a visit on the business's wall clock. */
export type KnownVisit = { date: string; from: string } | null;

const LEVELS = ["routine", "urgent", "life"] as const;
const MOST_DETAILS = 10;
/** What is told in fewer words, and not understood, tells nothing. */
const SHORTEST_PROBLEM = 3;

/**
 * Takes over everything a message told, whichever question it answers. A later word replaces an earlier one. `visit` is
 * when the customer already has one.
 */
export function absorb(before: Session, heard: Heard, visit: KnownVisit): Session {
  const { level, hazard, trade, address, name } = heard.understanding;
  const told: Session = {
    ...before,
    language: languageAfter(before, heard),
    ...problemAfter(before, heard),
    trade: trade ?? before.trade,
    level: LEVELS[Math.max(LEVELS.indexOf(before.level), LEVELS.indexOf(level))] ?? before.level,
    hazard: hazard ?? before.hazard,
    address: address === null ? before.address : mergeAddress(before.address, address),
    name: takesName(before, heard) ? (name ?? before.name) : before.name,
    turns: before.turns + 1,
  };
  return { ...told, ...wishAfter(before, heard, arrangesNewVisit(before) ? null : visit) };
}

/** A name is taken when it is missing or asked for, or when what was read back is not so. */
function takesName(before: Session, heard: Heard): boolean {
  if (before.name === null || before.asked === "name") return true;
  return before.asked === "confirm" && (says(heard, "deny") || saysWrong(heard.text));
}

/** An address, a name or a word or two are the same in every language: only what is really said changes it. */
function languageAfter(before: Session, heard: Heard): Session["language"] {
  const { language, address, name } = heard.understanding;
  const saysLittle = address !== null || name !== null || wordCount(heard.text) < 3;
  return before.turns > 0 && saysLittle ? before.language : language;
}

/** The first words that tell the problem stay; later ones are its details. */
function problemAfter(before: Session, heard: Heard): Pick<Session, "problem" | "details"> {
  const { problem, details } = before;
  const text = heard.text.trim();
  if (problem === null) return { problem: tellsProblem(before, heard) ? text : null, details };
  const isDetail = says(heard, "give_problem") && heard.understanding.address === null && !saysWhen(heard);
  return { problem, details: isDetail && text !== problem ? [...details, text].slice(0, MOST_DETAILS) : details };
}

/** A problem by its words; or, when it was asked for, whatever is said that is no question and no mere courtesy. */
function tellsProblem(before: Session, heard: Heard): boolean {
  const { hazard, trade } = heard.understanding;
  if (says(heard, "give_problem") || hazard !== null) return true;
  if (says(heard, "wrong_number", "spam", "cancel", "ask_human")) return false;
  if (namesService(heard.text, heard.trade ?? trade)) return true;
  if (says(heard, "other", "book", "ask_price", "ask_eta") && soundsLikeTrouble(heard.text)) return true;
  if (before.asked !== "problem" || before.turns === 0 || asksSomething(heard.text)) return false;
  if (saysNothing(heard.text)) return false;
  const isStatement = onlySays(heard, "other", "book", "give_time", "give_name", "give_address", "confirm");
  return isStatement && says(heard, "other", "book") && wordCount(heard.text) >= SHORTEST_PROBLEM;
}

/** A ZIP, a city or a unit given on its own completes the street; another street starts another address. */
function mergeAddress(known: Address | null, heard: Address): Address {
  if (known === null) return heard;
  const stated = Object.fromEntries(Object.entries(heard).filter(([, value]) => value !== null));
  if (heard.street === null || known.street === null) return { ...known, ...stated };
  if (heard.city !== null || heard.zip !== null) return heard;
  const { city, state, zip } = known;
  return { ...heard, city, state: heard.state ?? state, zip };
}

function wishAfter(before: Session, heard: Heard, visit: KnownVisit): Pick<Session, "wish" | "later_than"> {
  const { wish, later_than, offered, chosen } = before;
  if (saysWhen(heard)) {
    const { time } = heard.understanding;
    const from = (chosen ?? visit)?.from;
    const day = (chosen ?? visit)?.date;
    const sameDay = day !== undefined && keepsDay(heard.text) ? { date: day } : {};
    const sameHour = from !== undefined && keepsHour(heard.text) ? { kind: "exact" as const, from } : {};
    return {
      wish: mergeWish({ ...before, visitDay: visit?.date ?? null }, { ...time, ...sameDay, ...sameHour }),
      later_than: null,
    };
  }
  if (offered.length > 0 && wantsSooner(heard.text)) return { wish: soonerWish(), later_than: null };
  if (offered.length > 0 && wantsLater(heard.text)) return { wish, later_than: offered.at(-1)?.window_end ?? null };
  return { wish, later_than };
}
