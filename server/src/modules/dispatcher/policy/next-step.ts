import type { Context } from "#understanding";
import { type Phrase, phrase } from "../wording/phrases.ts";
import type { Heard } from "./decide.ts";
import { asking, type Decision, telling } from "./decision.ts";
import { urgentNow } from "./emergencies.ts";
import { confirmed } from "./read-back.ts";
import type { Session } from "./session.ts";
import { chooseSlot, offerTimes } from "./slots.ts";
import type { World } from "./world.ts";

/** Questions that were not answered, one after another, before a person takes over. */
const MOST_FAILURES = 2;

/** Leads one step towards a read-back visit: problem, address, time, name, confirmation. Asks for one thing. */
export function nextStep(
  session: Session,
  before: Session,
  heard: Heard,
  world: World,
  answeredQuestion: boolean,
): Decision {
  if (session.closed && !startsAgain(heard)) return telling(session, []);
  const open = session.closed ? { ...session, closed: false } : session;
  const wantsMove = heard.understanding.intents.includes("reschedule") && world.upcoming !== null;
  const current =
    wantsMove && world.upcoming !== null
      ? {
          ...open,
          moving: world.upcoming.id,
          offered: [],
          chosen: null,
          time: heard.understanding.time.kind === "none" ? null : heard.understanding.time,
        }
      : open;

  const settled = confirmed(current, before, heard.understanding, world) ?? null;
  if (settled !== null) return settled;

  const urgent = urgentNow(current);
  const missing = firstMissing(urgent.session, heard, world);
  const step =
    missing ?? offerTimes(chooseSlot(urgent.session, heard.understanding, world), before, heard.understanding, world);
  const counted = countFailure(step, before, heard, answeredQuestion);
  if (counted.session.failures >= MOST_FAILURES) return giveUp(counted.session, world);
  return { ...counted, acts: [...urgent.acts, ...counted.acts], phrases: [...urgent.phrases, ...counted.phrases] };
}

/** After a booking or a goodbye only a new wish begins again. */
function startsAgain({ understanding: { intents, level }, photos }: Heard): boolean {
  return (
    photos > 0 ||
    level !== "routine" ||
    intents.some((intent) =>
      ["book", "reschedule", "give_problem", "ask_price", "ask_eta", "ask_hours", "ask_area", "give_time"].includes(
        intent,
      ),
    )
  );
}

function firstMissing(session: Session, heard: Heard, world: World): Decision | null {
  if (session.moving !== null) return null;
  if (session.problem === null) {
    if (heard.photos > 0) return asking(session, "problem", [phrase("ask_photo", {})]);
    return asking(session, "problem", [
      repeated(session, "problem") ? phrase("ask_problem_again", {}) : phrase("ask_problem", {}),
    ]);
  }
  if (world.area === "outside") {
    const words = { business: world.business.name, radius: String(world.serviceRadiusMiles) };
    return telling(
      { ...session, closed: true },
      [phrase("out_of_area", words)],
      [{ do: "close", outcome: "out_of_area" }],
    );
  }
  if (session.address?.street == null && !(session.address?.zip != null && session.zip_asked)) {
    return asking(session, "address", [
      repeated(session, "address") ? phrase("ask_address_again", {}) : phrase("ask_address", {}),
    ]);
  }
  if (world.area === "unknown" && !session.zip_asked)
    return asking({ ...session, zip_asked: true }, "address", [phrase("ask_zip", {})]);
  return null;
}

const repeated = (session: Session, context: Context) => session.asked === context && session.turns > 1;

/** Asking the same thing again without having learned anything, and without a question of the customer's, is a failure. */
function countFailure(step: Decision, before: Session, heard: Heard, answeredQuestion: boolean): Decision {
  const sameQuestion = step.session.asked !== "none" && step.session.asked === before.asked && before.turns > 0;
  const learned = told(step.session) > told(before) || heard.photos > 0;
  const failures = sameQuestion && !learned && !answeredQuestion ? before.failures + 1 : 0;
  return { ...step, session: { ...step.session, failures } };
}

function told(session: Session): number {
  return [
    session.problem,
    session.address?.street,
    session.address?.zip,
    session.name,
    session.time && JSON.stringify(session.time),
  ]
    .filter(Boolean)
    .join("|").length;
}

function giveUp(session: Session, world: World): Decision {
  const phrases: Phrase[] = [phrase("handed_over", { business: world.business.name })];
  return telling(session, phrases, [
    { do: "hand_over", reason: "not_understood", urgent: session.level !== "routine" },
  ]);
}
