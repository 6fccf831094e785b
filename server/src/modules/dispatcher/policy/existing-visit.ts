import { type Phrase, phrase } from "../wording/phrases.ts";
import { answerQuestions } from "./answers.ts";
import { after, asking, type Decision, type Turn, telling } from "./decision.ts";
import { urgentNow } from "./emergencies.ts";
import { onlySays, says, saysWhen } from "./heard.ts";
import { addressInWords, inWords } from "./in-words.ts";
import { nextStep } from "./next-step.ts";
import { arrangesNewVisit, ended, type Session } from "./session.ts";
import { asksSomething, hesitation, saysCancel } from "./signs.ts";
import { fits } from "./wish.ts";
import type { Act, World } from "./world.ts";

type Visit = NonNullable<World["upcoming"]>;

/** What concerns the visit that a customer already has. Null: the talk is about getting one. */
export function existingVisit(turn: Turn): Decision | null {
  const { before, session, heard, world } = turn;
  const visit = world.upcoming;
  if (visit === null) return withoutVisit(turn);
  if (session.moving !== null) return stopsMoving(turn) ? keep(turn, visit) : null;
  if (arrangesNewVisit(before)) return null;
  if (says(heard, "cancel")) return cancel(turn, visit);
  if (wantsMove(turn, visit)) return move(turn, visit);
  if (says(heard, "confirm") && visit.reminded) return confirm(turn, visit);
  return before.ended === "booked" ? aboutTheVisit(turn, visit) : null;
}

function withoutVisit({ before, session, heard }: Turn): Decision | null {
  if (!says(heard, "reschedule") || session.problem !== null || before.offered.length > 0) return null;
  return asking(session, "problem", [phrase("no_visit_found", {}), phrase("ask_problem", {})]);
}

/** "Never mind" gives up the move and not the visit. */
function stopsMoving({ heard }: Turn): boolean {
  return (says(heard, "cancel") && !saysCancel(heard.text)) || (hesitation(heard.text) !== null && !saysWhen(heard));
}

function keep({ session, world }: Turn, visit: Visit): Decision {
  return telling(ended(session, "booked"), [phrase("visit_stays", { when: inWords(visit, world, session.language) })]);
}

function cancel({ session, world }: Turn, visit: Visit): Decision {
  return telling(
    ended(session, "declined"),
    [phrase("visit_cancelled", { when: inWords(visit, world, session.language) })],
    [{ do: "cancel_visit", appointmentId: visit.id }],
  );
}

/** Another time than that of the visit; an hour inside its arrival window is one, unless it comes with a yes. */
function wantsMove({ before, heard }: Turn, visit: Visit): boolean {
  if (says(heard, "reschedule")) return true;
  if (before.ended !== "booked" || !saysWhen(heard)) return false;
  const { time } = heard.understanding;
  if (!fits(visit, time)) return true;
  return time.kind === "exact" && time.from !== visit.from && !says(heard, "confirm", "thanks");
}

/** The old visit stands until the new time is confirmed. */
function move(turn: Turn, visit: Visit): Decision {
  const { session, heard } = turn;
  const moving = { ...ended(session, null), moving: visit.id, wish: saysWhen(heard) ? session.wish : null };
  return nextStep({ ...turn, session: moving }, true);
}

function confirm({ session, world }: Turn, visit: Visit): Decision {
  const when = inWords(visit, world, session.language);
  return telling(session, [phrase("visit_confirmed", { when })], [{ do: "confirm_visit", appointmentId: visit.id }]);
}

/** After a booking: answers, corrections and additions; then silence, for nothing is left to ask. */
function aboutTheVisit(turn: Turn, visit: Visit): Decision {
  const { before, session, heard } = turn;
  const phrases: Phrase[] = answerQuestions(turn);
  const acts: Act[] = [];
  if (session.name !== null && before.name === null) phrases.push(phrase("thanks_name", { name: session.name }));
  if (heard.photos > 0) phrases.push(phrase("photo_received", {}));
  const quiet = asking(session, session.name === null ? before.asked : "none", []);
  const decided = after({ phrases, acts }, addressChanged(turn, visit) ?? added(turn) ?? quiet);
  if (decided.phrases.length > 0) return decided;
  if (onlySays(heard, "thanks", "confirm") && says(heard, "thanks") && !before.thanked)
    return { ...quiet, session: { ...quiet.session, thanked: true }, phrases: [phrase("thanks", {})] };
  return asksSomething(heard.text) ? passedOn(session, heard.text) : quiet;
}

function addressChanged({ before, session, world }: Turn, visit: Visit): Decision | null {
  const { address } = session;
  if (address?.street == null || sameAddress(address, before.address)) return null;
  if (world.area === "outside")
    return telling(
      session,
      [phrase("handed_over", { business: world.business.name })],
      [{ do: "hand_over", reason: "address_outside_area", urgent: false }],
    );
  const when = inWords(visit, world, session.language);
  return telling(
    session,
    [phrase("address_changed", { address: addressInWords(address, session.language), when })],
    [{ do: "change_address", appointmentId: visit.id }],
  );
}

function sameAddress(one: NonNullable<Session["address"]>, other: Session["address"]): boolean {
  return other !== null && addressInWords(one).toLowerCase() === addressInWords(other).toLowerCase();
}

function added({ before, session, heard, world }: Turn): Decision | null {
  const isMore = session.details.length > before.details.length;
  const isWorse = session.level !== "routine" && before.level === "routine";
  if (!isMore && !isWorse) return null;
  const alarm = urgentNow(session, world);
  return after(alarm, passedOn(alarm.session, heard.text));
}

function passedOn(session: Session, words: string): Decision {
  return telling(session, [phrase("passed_on", {})], [{ do: "note", words }]);
}
