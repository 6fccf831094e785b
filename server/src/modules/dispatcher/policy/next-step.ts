import { isOnSite } from "../tools/trade.ts";
import { type Phrase, phrase } from "../wording/phrases.ts";
import { after, asking, type Decision, type Turn, telling } from "./decision.ts";
import { urgentNow } from "./emergencies.ts";
import { onlySays, says } from "./heard.ts";
import { confirmed } from "./read-back.ts";
import { ended, type Session } from "./session.ts";
import { asksSomething } from "./signs.ts";
import { offerTimes } from "./slots.ts";
import type { World } from "./world.ts";

/** Questions that were not answered, one after another, before a person takes over. */
const MOST_FAILURES = 2;

/**
 * Leads one step towards a read-back visit: problem, address, time, confirmation. Asks for one thing. `excused`: the
 * customer asked or showed something instead, which has been answered.
 */
export function nextStep(turn: Turn, excused: boolean): Decision {
  const goingOn: Turn = { ...turn, session: { ...turn.session, ended: null } };
  const settled = confirmed(goingOn);
  if (settled !== null) return settled;
  const alarm = urgentNow(goingOn.session, turn.world);
  const alarmed: Turn = { ...goingOn, session: alarm.session };
  const understood = excused || hasLearned(turn);
  const step = firstMissing(alarmed, understood) ?? offerTimes(alarmed, understood);
  const counted = countFailure(turn, step, understood);
  const decided = counted.session.failures >= MOST_FAILURES ? giveUp(counted.session, turn.world) : counted;
  return after(alarm, decided);
}

/** Whether the message told anything that was not known. */
function hasLearned({ before, session, heard }: Turn): boolean {
  const facts = ({ problem, details, address, name, wish, later_than }: Session) =>
    JSON.stringify([problem, details, address, name, wish, later_than]);
  return heard.photos > 0 || facts(before) !== facts(session);
}

function firstMissing(turn: Turn, understood: boolean): Decision | null {
  const { session, heard, world } = turn;
  if (session.moving !== null) return null;
  const asksPlaceFirst = says(heard, "ask_area") && isOnSite(world.business.trade);
  if (session.problem === null && world.area !== "outside" && !(asksPlaceFirst && world.area === "unknown")) {
    if (heard.photos > 0) return asking(session, "problem", [phrase("ask_photo", {})]);
    return asking(session, "problem", [
      isAskedAgain(turn, "problem", understood) ? phrase("ask_problem_again", {}) : phrase("ask_problem", {}),
    ]);
  }
  return isOnSite(world.business.trade) ? missingPlace(turn, understood) : null;
}

function missingPlace(turn: Turn, understood: boolean): Decision | null {
  const { session, world } = turn;
  const { address } = session;
  if (world.area === "outside")
    return telling(
      ended(session, "out_of_area"),
      [phrase("out_of_area", { business: world.business.name, radius: String(world.serviceRadiusMiles) })],
      [{ do: "close", outcome: "out_of_area" }],
    );
  if (address?.street == null) {
    if (isAskedAgain(turn, "address", understood)) return asking(session, "address", [phrase("ask_address_again", {})]);
    const knowsPlace = address !== null && world.area === "inside";
    return asking(session, "address", [knowsPlace ? phrase("ask_street", {}) : phrase("ask_address", {})]);
  }
  if (world.area === "unknown" && !session.zip_asked)
    return asking({ ...session, zip_asked: true }, "address", [phrase("ask_zip", {})]);
  return null;
}

/** A question that was misunderstood is put in other words; one that was merely not answered yet is repeated. */
function isAskedAgain({ before, heard }: Turn, asked: Session["asked"], understood: boolean): boolean {
  const isAnswer = !onlySays(heard, "confirm", "thanks") && !asksSomething(heard.text);
  return before.asked === asked && before.turns > 0 && !understood && isAnswer;
}

/** Asking the same thing again without having learned anything is a failure. */
function countFailure({ before }: Turn, step: Decision, understood: boolean): Decision {
  const { asked, chosen } = step.session;
  const isSame =
    asked !== "none" && asked === before.asked && before.turns > 0 && chosen?.start === before.chosen?.start;
  return { ...step, session: { ...step.session, failures: isSame && !understood ? before.failures + 1 : 0 } };
}

function giveUp(session: Session, world: World): Decision {
  const phrases: Phrase[] = [phrase("handed_over", { business: world.business.name })];
  const urgent = session.level !== "routine";
  return telling({ ...session, failures: 0 }, phrases, [{ do: "hand_over", reason: "not_understood", urgent }]);
}
