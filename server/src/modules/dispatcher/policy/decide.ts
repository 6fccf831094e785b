import { phrase } from "../wording/phrases.ts";
import { absorb } from "./absorb.ts";
import { answerQuestions } from "./answers.ts";
import { after, type Decision, type Turn, telling } from "./decision.ts";
import { lifeInDanger, placeForOwner } from "./emergencies.ts";
import { existingVisit } from "./existing-visit.ts";
import { goodbye } from "./goodbye.ts";
import { type Heard, onlySays, says, withoutDoubts } from "./heard.ts";
import { nextStep } from "./next-step.ts";
import { anew, type Session } from "./session.ts";
import { asksSomething, hesitation } from "./signs.ts";
import type { World } from "./world.ts";

/** Nobody talks to a machine for longer than this without booking; a person takes over. */
const MOST_TURNS = 25;

/**
 * The dialogue policy: what the dispatcher does and says next. Pure. Safety words come before anything else; a person is
 * reached when one is asked for; what is asked is answered; then one question at a time leads to a read-back visit.
 */
export function decide(last: Session, said: Heard, world: World): Decision {
  const before = overtaken(last, world);
  const heard = withoutDoubts(said, world.confidenceThreshold);
  const turn: Turn = { before, session: absorb(before, said, world.upcoming), heard, world };
  const decision =
    lifeInDanger(turn) ??
    personWanted(turn) ??
    existingVisit(turn) ??
    goodbye(turn) ??
    after({ phrases: courtesies(turn), acts: [] }, withAnswers(turn));
  const informed = after({ phrases: [], acts: placeForOwner(turn) }, decision);
  return introduced(withoutRepeats(informed), before, world);
}

/** A visit that is over, or that a person cancelled, is not talked about any more. */
function overtaken(last: Session, { upcoming }: World): Session {
  if (last.ended === "booked" && upcoming === null) return anew(last);
  return last.moving !== null && last.moving !== upcoming?.id ? { ...last, moving: null } : last;
}

function personWanted({ session, heard, world }: Turn): Decision | null {
  const business = { business: world.business.name };
  const urgent = session.level !== "routine";
  if (says(heard, "ask_human") && hesitation(heard.text) === null)
    return telling(
      session,
      [phrase("handed_over", business)],
      [{ do: "hand_over", reason: "asked_for_person", urgent }],
    );
  if (says(heard, "complaint"))
    return telling(
      session,
      [phrase("handed_over_complaint", business)],
      [{ do: "hand_over", reason: "complaint", urgent }],
    );
  if (session.turns > MOST_TURNS)
    return telling(
      { ...session, turns: 1 },
      [phrase("handed_over", business)],
      [{ do: "hand_over", reason: "too_many_turns", urgent }],
    );
  return null;
}

/** Thanks and photos in the middle of a talk are acknowledged, and the talk goes on. */
function courtesies({ before, heard }: Turn): Decision["phrases"] {
  if (heard.photos > 0 && before.problem !== null) return [phrase("photo_received", {})];
  return onlySays(heard, "thanks") && !before.thanked ? [phrase("thanks", {})] : [];
}

function withAnswers(turn: Turn): Decision {
  const answers = answerQuestions(turn);
  const excused = answers.length > 0 || courtesies(turn).length > 0;
  const { session, ...step } = nextStep(turn, excused);
  const thanked = onlySays(turn.heard, "thanks");
  return after(asksTheUnknown(turn, answers), { ...step, session: { ...session, thanked } });
}

/** A question that no tool answers is kept for a person, and the talk goes on. */
function asksTheUnknown({ before, heard }: Turn, answers: Decision["phrases"]): Pick<Decision, "phrases" | "acts"> {
  const isUnknown = onlySays(heard, "other") && asksSomething(heard.text) && before.problem !== null;
  if (!isUnknown) return { phrases: answers, acts: [] };
  return { phrases: [phrase("passed_on", {})], acts: [{ do: "note", words: heard.text }] };
}

/** What was just said as an answer need not be said again by the next step; nor the soonest time before a list of times. */
function withoutRepeats(decision: Decision): Decision {
  const offers = decision.phrases.some(({ say }) => say.startsWith("offer_") || say.startsWith("read_back"));
  const words = decision.phrases.map((one) => JSON.stringify(one));
  const phrases = decision.phrases.filter(
    ({ say }, index) => words.indexOf(words[index] ?? "") === index && !(offers && say === "soonest_time"),
  );
  return { ...decision, phrases };
}

/** The first message says once that it is automated; safety words are never kept waiting by it. */
function introduced(decision: Decision, before: Session, world: World): Decision {
  if (before.disclosed || decision.phrases.length === 0) return decision;
  const saysSoAlready = decision.phrases.some(({ say }) => say === "i_am_automated");
  const disclosure = saysSoAlready ? [] : [phrase("disclosure", { business: world.business.name })];
  const safetyFirst = decision.phrases[0]?.say.startsWith("life_") === true;
  const phrases = safetyFirst ? [...decision.phrases, ...disclosure] : [...disclosure, ...decision.phrases];
  return { ...decision, session: { ...decision.session, disclosed: true }, phrases };
}
