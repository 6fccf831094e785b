import type { Understanding } from "#understanding";
import { type Phrase, phrase } from "../wording/phrases.ts";
import { absorb } from "./absorb.ts";
import { answerQuestions } from "./answers.ts";
import { type Decision, telling } from "./decision.ts";
import { lifeInDanger } from "./emergencies.ts";
import { existingVisit } from "./existing-visit.ts";
import { nextStep } from "./next-step.ts";
import type { Session } from "./session.ts";
import type { World } from "./world.ts";

/** A customer's message, or the burst of messages that is answered at once. */
export type Heard = { text: string; photos: number; understanding: Understanding };

/** Nobody talks to a machine for longer than this without booking; a person takes over. */
const MOST_TURNS = 25;

/**
 * The dialogue policy: what the dispatcher does and says next. Pure. Safety words come before anything else; a person is
 * reached when one is asked for; what is asked is answered; then one question at a time leads to a read-back visit.
 */
export function decide(before: Session, heard: Heard, world: World): Decision {
  const understood = heard.understanding;
  const session = absorb(before, understood, heard.text);
  const decision =
    lifeInDanger(session, understood, world) ??
    personWanted(session, understood, world) ??
    goodbye(session, understood) ??
    existingVisit(session, before, understood, world) ??
    withAnswers(session, before, heard, world);
  return introduced(decision, before, world);
}

function personWanted(session: Session, { intents }: Understanding, world: World): Decision | null {
  const business = { business: world.business.name };
  if (intents.includes("ask_human")) {
    return telling(
      session,
      [phrase("handed_over", business)],
      [{ do: "hand_over", reason: "asked_for_person", urgent: session.level !== "routine" }],
    );
  }
  if (intents.includes("complaint")) {
    return telling(
      session,
      [phrase("handed_over_complaint", business)],
      [{ do: "hand_over", reason: "complaint", urgent: false }],
    );
  }
  if (session.turns > MOST_TURNS) {
    return telling(
      session,
      [phrase("handed_over", business)],
      [{ do: "hand_over", reason: "too_many_turns", urgent: false }],
    );
  }
  return null;
}

function goodbye(session: Session, { intents }: Understanding): Decision | null {
  if (intents.includes("wrong_number")) {
    return telling(
      { ...session, closed: true },
      [phrase("wrong_number", {})],
      [{ do: "close", outcome: "wrong_number" }],
    );
  }
  if (intents.includes("spam") && session.problem === null) return telling(session, []);
  const onlyThanks = intents.length > 0 && intents.every((intent) => intent === "thanks");
  if (onlyThanks && (session.booked !== null || session.closed)) return telling(session, [phrase("thanks", {})]);
  return null;
}

function withAnswers(session: Session, before: Session, heard: Heard, world: World): Decision {
  const answers = answerQuestions(session, heard.understanding, world);
  const step = nextStep(session, before, heard, world, answers.length > 0);
  return { ...step, phrases: [...answers, ...step.phrases] };
}

/** The first message says once that it is automated; safety words are never kept waiting by it. */
function introduced(decision: Decision, before: Session, world: World): Decision {
  if (before.disclosed || decision.phrases.length === 0) return decision;
  const first = decision.phrases[0];
  const saysSoAlready = decision.phrases.some(({ say }) => say === "i_am_automated");
  const disclosure: Phrase[] = saysSoAlready ? [] : [phrase("disclosure", { business: world.business.name })];
  const safetyFirst = first?.say.startsWith("life_") === true;
  const phrases = safetyFirst ? [...decision.phrases, ...disclosure] : [...disclosure, ...decision.phrases];
  return { ...decision, session: { ...decision.session, disclosed: true }, phrases };
}
