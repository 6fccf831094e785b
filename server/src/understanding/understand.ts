import { featuresOf } from "./classifier/features.ts";
import type { UnderstandInput, Understanding } from "./contract.ts";
import { detectChoice } from "./detect/choice.ts";
import { confidenceOf } from "./detect/confidence.ts";
import { assessDanger } from "./detect/danger.ts";
import { detectIntents, withoutWorkers } from "./detect/intents.ts";
import { detectReply, findAmount } from "./detect/money.ts";
import { detectName } from "./detect/name.ts";
import { detectOptOut } from "./detect/opt-out.ts";
import { detectPlace } from "./detect/place.ts";
import { detectTrade } from "./detect/trade.ts";
import { hide, read } from "./text/message.ts";
import { detectTime, noTime } from "./time/index.ts";

/**
 * What one message means, from its words and what is known around it. Pure: the same input gives the same answer; days
 * are named only when `now` is given. The detectors run from the surest to the loosest, and what one has used (an
 * address, a sum of money) is covered before the next reads, so that "1420 Oak St" is no hour.
 */
export function understand(input: UnderstandInput): Understanding {
  const context = input.context ?? "none";
  const message = read(input.text, input.lang);
  const features = featuresOf(message);
  const optOut = detectOptOut(message, features);
  const { level, hazard } = assessDanger(message, features);
  const found = detectPlace(message, context);
  const sum = findAmount(hide(message, found.spans), context);
  const place = found.address?.street ? found.spans : [];
  const unplaced = hide(message, place);
  const rest = hide(unplaced, sum.spans);
  const offeredDays = (input.offered ?? []).flatMap(({ date }) => date ?? []);
  const time = detectTime(rest, nowOf(input), context, offeredDays);
  const ended = optOut === "stop" || optOut === "start";
  const offer = { offered: input.offered ?? [], context, wanted: time.wanted, days: time.days };
  const choice = ended ? null : detectChoice(message, offer);
  const trade = detectTrade(rest, hazard, input.trade);
  const covered = found.spans.map(({ from, to }) => textOf(message.text, message.tokens[from], message.tokens[to - 1]));
  const facts = {
    level,
    hazard,
    trade,
    time: ended ? noTime : time.wanted,
    address: found.address,
    name: ended ? null : detectName(message, context, covered),
    choice,
  };
  const thing = detectTrade(withoutWorkers(rest), hazard, input.trade);
  const intents = detectIntents(unplaced, featuresOf(message, context), { ...facts, thing, context, optOut });
  const problem = trade ?? (intents.includes("give_problem") ? (input.trade ?? null) : null);
  return {
    ...(input.id === undefined ? {} : { id: input.id }),
    language: message.language,
    intents,
    ...facts,
    trade: problem,
    opt_out: optOut,
    amount: sum.amount,
    reply: detectReply(rest, features, context, optOut),
    confidence: confidenceOf(message, intents, context),
  };
}

function nowOf({ now, zone }: UnderstandInput): Temporal.ZonedDateTime | null {
  if (now === undefined) return null;
  const offset = /(?:[+-]\d{2}:?\d{2})$/.exec(now)?.[0] ?? "UTC";
  return Temporal.Instant.from(now).toZonedDateTimeISO(zone ?? offset);
}

function textOf(text: string, first: { start: number } | undefined, last: { end: number } | undefined): string {
  return text.slice(first?.start ?? 0, last?.end ?? 0);
}
