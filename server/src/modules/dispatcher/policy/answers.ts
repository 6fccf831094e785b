import type { Understanding } from "#understanding";
import { type Phrase, phrase } from "../wording/phrases.ts";
import { inWords } from "./in-words.ts";
import type { Session } from "./session.ts";
import type { World } from "./world.ts";

/** Answers to what the customer asked, each from a tool's result. Prices only once the kind of job is known. */
export function answerQuestions(session: Session, { intents }: Understanding, world: World): Phrase[] {
  const answers: Phrase[] = [];
  if (intents.includes("ask_bot")) answers.push(phrase("i_am_automated", { business: world.business.name }));
  if (intents.includes("help"))
    answers.push(phrase("help", { business: world.business.name, phone: world.business.phone }));
  if (intents.includes("ask_hours")) answers.push(phrase("hours", { hours: world.hoursInWords }));
  if (intents.includes("ask_area") && world.area !== "outside") answers.push(areaAnswer(world));
  if (intents.includes("ask_price") && session.problem !== null) answers.push(priceAnswer(world));
  if (intents.includes("ask_eta")) answers.push(etaAnswer(session, world));
  return answers;
}

function areaAnswer(world: World): Phrase {
  return world.area === "inside"
    ? phrase("area_inside", {})
    : phrase("area", { radius: String(world.serviceRadiusMiles) });
}

function priceAnswer({ estimate }: World): Phrase {
  return phrase("price", {
    low: String(estimate.low),
    high: String(estimate.high),
    fee: String(estimate.diagnosticFee),
  });
}

function etaAnswer(session: Session, world: World): Phrase {
  return world.upcoming === null
    ? phrase("eta_no_visit", {})
    : phrase("eta_visit", { when: inWords(world.upcoming, world, session.language) });
}
