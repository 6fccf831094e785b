import type { Step } from "../lexicon/time.ts";
import { type Message, type Span, spanOf } from "../text/message.ts";
import { comingWeekday } from "./calendar.ts";
import type { Day } from "./days.ts";
import type { Grammar } from "./grammar.ts";

/** A day without the part that it plays in the message. */
export type NamedDay = Omit<Day, "role">;

/**
 * Adds the days that are counted from another: "the day after Thanksgiving", "two weeks from Friday", "the Tuesday after
 * that". The other is the day named in the same words, which is then no day of its own; where none is, the last one named
 * before. `covered` is the message with its days as underscores.
 */
export function withCounted(days: readonly NamedDay[], covered: Message, grammar: Grammar): readonly NamedDay[] {
  let named = days;
  for (const [step, pattern] of grammar.counted) {
    for (const match of covered.plain.matchAll(pattern)) {
      const times = numberOf(match.groups?.n, grammar);
      named = count(named, spanOf(covered, match), (from) => stepped(from, step, times));
    }
  }
  return named;
}

function count(days: readonly NamedDay[], span: Span, move: (from: readonly NamedDay[]) => NamedDay["date"]) {
  const inside = days.filter((day) => day.span.from >= span.from && day.span.to <= span.to);
  const before = days.filter((day) => day.span.to <= span.from).slice(-1);
  const date = move([...inside, ...before]);
  const [anchor] = [...inside, ...before];
  if (!anchor || !date) return days;
  const own: NamedDay = { ...anchor, span, date, weekday: null, week: false, evening: false, past: false };
  return [...days.filter((day) => !inside.includes(day)), own].toSorted((a, b) => a.span.from - b.span.from);
}

function stepped([first, second]: readonly NamedDay[], step: Step, times: number): NamedDay["date"] {
  if (step !== "weekday") return first?.date?.add({ days: step * times }) ?? null;
  return first?.weekday && second?.date ? comingWeekday(second.date, first.weekday) : null;
}

function numberOf(n: string | undefined, { words }: Grammar): number {
  return n === undefined ? 1 : (words.numbers[n] ?? Number.parseInt(n, 10));
}
