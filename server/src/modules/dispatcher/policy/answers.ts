import type { Estimate } from "../tools/estimate.ts";
import { isOnSite } from "../tools/trade.ts";
import { type Phrase, phrase } from "../wording/phrases.ts";
import type { Turn } from "./decision.ts";
import { says } from "./heard.ts";
import { inWords, moneyInWords, rangeInWords } from "./in-words.ts";
import type { Session } from "./session.ts";
import type { World } from "./world.ts";

/** Answers to what the customer asked, each from a tool's result. A price only once the job is known. */
export function answerQuestions({ session, heard, world }: Turn): Phrase[] {
  const { business, hoursInWords } = world;
  const answers: Phrase[] = [];
  if (says(heard, "ask_bot")) answers.push(phrase("i_am_automated", { business: business.name }));
  if (says(heard, "help")) answers.push(phrase("help", { business: business.name, phone: business.phone }));
  if (says(heard, "ask_hours")) answers.push(phrase("hours", { hours: hoursInWords }));
  if (says(heard, "ask_area") && world.area !== "outside") answers.push(areaAnswer(world));
  if (says(heard, "ask_price")) answers.push(...priceAnswer(session, world));
  if (says(heard, "ask_eta")) answers.push(...arrivalAnswer(session, world));
  return answers;
}

/** What the job may cost at the time of the visit, and what else the visit costs. */
export function conditions(session: Session, world: World): Phrase[] {
  const estimate = world.estimates[session.chosen?.rate ?? "normal"];
  const { currency, diagnosticFee, factor } = estimate;
  const phrases: Phrase[] = [];
  if (factor > 1) phrases.push(phrase("after_hours_rate", { factor: String(factor) }));
  phrases.push(estimateInWords(estimate, session, world));
  if (diagnosticFee > 0)
    phrases.push(phrase("diagnostic_fee", { fee: moneyInWords(diagnosticFee, currency, session.language) }));
  return phrases;
}

function estimateInWords(estimate: Estimate, { language }: Session, { business }: World): Phrase {
  const amount = rangeInWords(estimate, language);
  if (!isOnSite(business.trade)) return phrase("estimate_clinic", { amount });
  if (estimate.travel === "included") return phrase("estimate_with_travel", { amount });
  if (estimate.travel === "free") return phrase("estimate_labor", { amount });
  const mile = moneyInWords(Number(estimate.perMile), estimate.currency, language);
  return phrase("estimate_plus_travel", { amount, mile });
}

function priceAnswer(session: Session, world: World): Phrase[] {
  return session.problem === null ? [phrase("price_needs_problem", {})] : conditions(session, world);
}

function areaAnswer(world: World): Phrase {
  return world.area === "inside"
    ? phrase("area_inside", {})
    : phrase("area", { radius: String(world.serviceRadiusMiles) });
}

function arrivalAnswer({ language, chosen, offered }: Session, world: World): Phrase[] {
  if (world.upcoming !== null) return [phrase("your_visit", { when: inWords(world.upcoming, world, language) })];
  const [soonest] = world.soonest;
  if (soonest === undefined || chosen !== null || offered.length > 0) return [];
  return [phrase("soonest_time", { when: inWords(soonest, world, language) })];
}
