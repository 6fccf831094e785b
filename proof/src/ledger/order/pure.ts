import { type CallEvent, fold } from "../../../../server/src/modules/calls/fold.ts";
import { missedDecision } from "../../../../server/src/modules/calls/missed.ts";
import { project } from "../../../../server/src/modules/calls/projection.ts";
import { foldDelivery } from "../../../../server/src/modules/outreach/delivery-status.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";
import { CALL_KINDS, type CallKind, eventOf } from "./calls.ts";
import { foldAll } from "./fold-all.ts";
import { selections } from "./orders.ts";
import { TEXT_KINDS, type TextWord } from "./texts.ts";

/** How the product makes up its mind; a test may put something worse in its place. */
export type Folds = { calls: typeof fold; texts: typeof foldDelivery };
export const PRODUCT: Folds = { calls: fold, texts: foldDelivery };

export type PureOutcome = { orders: Record<6 | 7, number>; violations: string[] };

const BEGAN = Temporal.Instant.from("2026-03-03T16:00:00Z");

/** Folds every story in every order. @param share of the orders of seven. */
export function foldEverything(chance: Chance, share: number, folds: Folds = PRODUCT): PureOutcome {
  const outcome: PureOutcome = { orders: { 6: 0, 7: 0 }, violations: [] };
  for (const length of [6, 7] as const) {
    const how = { share: length === 7 ? share : 1, chance };
    for (const kind of CALL_KINDS) {
      const story = kind.reports.slice(0, length).map((report) => eventOf(report, kind.mode, BEGAN));
      const keep = (events: readonly CallEvent[]) => callProjection(events, folds);
      note(outcome, kind.name, length, foldAll(kind.name, story, { ...how, project: keep }));
      outcome.violations.push(...wrongEnd(kind, story, folds), ...takenBack(kind, story, folds));
    }
    for (const { name, events, end } of TEXT_KINDS) {
      const story = events.slice(0, length);
      const keep = (words: readonly TextWord[]) => textProjection(words, folds);
      note(outcome, name, length, foldAll(name, story, { ...how, project: keep }));
      const { status } = folds.texts(story.map((word) => ({ ...word, occurred_at: BEGAN, received_at: BEGAN })));
      if (status !== end) outcome.violations.push(`A text, ${name}, of ${length} words comes to ${status}.`);
    }
  }
  return outcome;
}

/** Everything that is kept of a call, as text. */
function callProjection(events: readonly CallEvent[], folds: Folds): string {
  const state = folds.calls(events);
  return JSON.stringify({ state, row: project(state, missedDecision(state, true)) });
}

/**
 * What must not depend on the order of a text's words. Its moments do: a report of a text tells no time of its own, so
 * that it happened when it arrived.
 */
function textProjection(words: readonly TextWord[], folds: Folds): string {
  const arrived = words.map((word, place) => {
    const at = BEGAN.add({ seconds: place });
    return { ...word, occurred_at: at, received_at: at };
  });
  const { status, error_code, is_final, is_contradictory } = folds.texts(arrived);
  return JSON.stringify({ status, error_code, is_final, is_contradictory });
}

function note(outcome: PureOutcome, name: string, length: 6 | 7, folded: ReturnType<typeof foldAll>): void {
  outcome.orders[length] += folded.orders;
  const { size } = folded.projections;
  if (size !== 1) outcome.violations.push(`${name}: the orders of ${length} events come to ${size} ends.`);
}

function wrongEnd({ name, end }: CallKind, story: readonly CallEvent[], folds: Folds): string[] {
  const verdict = missedDecision(folds.calls(story), true);
  const came = verdict.kind === "missed" ? verdict.reason : verdict.kind;
  return came === end ? [] : [`A call, ${name}, of ${story.length} events comes to ${came} instead of ${end}.`];
}

/** Who was told that a call was missed cannot be untold: whatever part of an answered call is heard first, it is none. */
function takenBack({ name, end }: CallKind, story: readonly CallEvent[], folds: Folds): string[] {
  if (end !== "answered") return [];
  const early = selections(story).filter((part) => missedDecision(folds.calls(part), false).kind === "missed");
  return early.length === 0 ? [] : [`${name}: ${early.length} parts of the call count as missed, the whole does not.`];
}
