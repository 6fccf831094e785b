import type { HourMeaning } from "../lexicon/time.ts";
import { find, has, hide, type Message, plainOf, type Span, spanOf } from "../text/message.ts";
import { type Clock, readClock, toTime } from "./clock.ts";
import type { Grammar } from "./grammar.ts";

/** What a message says about the hour: a stretch of the day, one moment of it, or elapsed minutes from now. */
export type Hours =
  | { kind: "window"; from: string | null; to: string | null }
  | { kind: "exact"; from: string }
  | { kind: "relative"; minutes: number; until: boolean };

/** How hours are to be read: whether a lone number counts, and which half of the day the rest of the message settles. */
export type Reading = { bare: boolean; half: Clock["half"] };

/** Hours and the token at which they are said. */
type Said = { hours: Hours; at: number };

/** The hours the message names, the most telling first; null when it names none that is not ruled out. */
export function findHours(message: Message, grammar: Grammar, { bare, half }: Reading): Hours | null {
  let rest = message;
  const found: (Said & { ruledOut: boolean })[] = [];
  for (const [meaning, pattern] of grammar.hours) {
    if (meaning === "bare" && !bare) continue;
    const read = [...rest.plain.matchAll(pattern)].flatMap((match) => {
      const hours = hoursOf(meaning, match.groups ?? {}, grammar, half);
      return hours ? [{ hours, span: spanOf(rest, match) }] : [];
    });
    for (const { hours, span } of read) found.push({ hours, at: span.from, ruledOut: isRuledOut(rest, span, grammar) });
    rest = hide(
      rest,
      read.map(({ span }) => span),
    );
  }
  const wanted = inOrder(found.filter(({ ruledOut }) => !ruledOut));
  return countedFrom(inOrder(found), message, grammar) ?? combine(hoursIn(wanted), partsOf(rest, grammar));
}

/** The parts of the day that the message names, in its order. */
function partsOf(message: Message, grammar: Grammar): Hours[] {
  let rest = message;
  const parts = grammar.parts.flatMap(([part, pattern]) => {
    const spans = find(rest, pattern);
    const wanted = spans.filter((span) => !isRuledOut(rest, span, grammar));
    rest = hide(rest, spans);
    return wanted.map(({ from }) => ({ hours: { kind: "window" as const, ...part }, at: from }));
  });
  return hoursIn(inOrder(parts));
}

/** "I get the kids at 3, so any time before that": the side of the last hour said before. */
function countedFrom(said: readonly Said[], message: Message, grammar: Grammar): Hours | null {
  for (const [side, pattern] of [
    ["to", grammar.beforeThat],
    ["from", grammar.afterThat],
  ] as const) {
    const [place] = find(message, pattern);
    const hours = place && said.findLast(({ at }) => at < place.from)?.hours;
    if (!hours || hours.kind === "relative") continue;
    const ends = hours.kind === "exact" ? [hours.from] : [hours.from, hours.to].filter((end) => end !== null);
    const end = side === "to" ? ends[0] : ends.at(-1);
    return { kind: "window", from: null, to: null, [side]: end };
  }
  return null;
}

function isRuledOut(message: Message, { from, to }: Span, grammar: Grammar): boolean {
  const before = plainOf(message, { from: Math.max(0, from - 8), to: from });
  return (
    grammar.excludedBefore.test(before) ||
    grammar.insteadOf.test(before) ||
    grammar.excludedAfter.test(plainOf(message, { from: to, to: to + 6 }))
  );
}

function inOrder<Placed extends Said>(found: readonly Placed[]): Placed[] {
  return found.toSorted((a, b) => a.at - b.at);
}

function hoursIn(said: readonly Said[]): Hours[] {
  return said.map(({ hours }) => hours);
}

function hoursOf(
  meaning: HourMeaning,
  groups: Record<string, string>,
  grammar: Grammar,
  half: Clock["half"],
): Hours | null {
  const clock = (text: string | undefined) => known(readClock(text ?? "", grammar.words), half);
  const amount = amountOf(groups.n ?? "", grammar);
  const a = clock(groups.a);
  switch (meaning) {
    case "inMinutes":
      return { kind: "relative", minutes: amount === 0.5 ? 30 : amount, until: false };
    case "inHours":
      return { kind: "relative", minutes: amount * 60, until: false };
    case "inHourAndHalf":
      return { kind: "relative", minutes: 90, until: false };
    case "withinMinutes":
      return { kind: "relative", minutes: amount, until: true };
    case "withinHours":
      return { kind: "relative", minutes: amount * 60, until: true };
    case "range":
      return range(readClock(groups.a ?? "", grammar.words), readClock(groups.b ?? "", grammar.words), half);
    case "after":
      return a && { kind: "window", from: toTime(a), to: null };
    case "before":
      return a && { kind: "window", from: null, to: toTime(a) };
    default:
      return a && { kind: "exact", from: toTime(a) };
  }
}

/** "2 to 4 pm", "11 to 1": the second hour settles the first, and the first comes before it. */
function range(a: Clock | null, b: Clock | null, half: Clock["half"]): Hours | null {
  if (!a || !b) return null;
  const end = known(b, half) ?? b;
  const to = toTime(end);
  const guesses = a.half ? [a] : [{ ...a, half: end.half }, a, { ...a, half: "am" as const }];
  const from = guesses.map(toTime).find((time) => time < to);
  return from === undefined ? null : { kind: "window", from, to };
}

/** One statement from several: a moment says more than a stretch; an open beginning and an open end make a window. */
function combine(found: readonly Hours[], parts: readonly Hours[]): Hours | null {
  const closed = found.find((hours) => hours.kind === "window" && hours.from !== null && hours.to !== null);
  const after = found.find((hours) => hours.kind === "window" && hours.from !== null);
  const before = found.find((hours) => hours.kind === "window" && hours.to !== null);
  if (closed) return closed;
  if (after?.kind === "window" && before?.kind === "window" && (after.from ?? "") < (before.to ?? "")) {
    return { kind: "window", from: after.from, to: before.to };
  }
  const part = parts.find((one) => parts.every((other) => !holds(one, other))) ?? parts[0];
  const relative = found.find((hours) => hours.kind === "relative");
  return relative ?? found.find((hours) => hours.kind === "exact") ?? after ?? before ?? part ?? null;
}

/** Whether the first stretch holds the second, and is longer: "in the morning, early". */
function holds(one: Hours, other: Hours): boolean {
  if (one.kind !== "window" || other.kind !== "window" || one === other) return false;
  if (!one.from || !one.to || !other.from || !other.to) return false;
  return (
    one.from <= other.from &&
    other.to <= one.to &&
    one.to.localeCompare(other.to) + other.from.localeCompare(one.from) > 0
  );
}

function known(clock: Clock | null, half: Clock["half"]): Clock | null {
  if (!clock || clock.half !== null || half === null) return clock;
  return half === "am" && clock.hour === 12 ? clock : { ...clock, half };
}

/** Whether the message speaks of the morning or of later, and not of both. */
export function halfOf(message: Message, grammar: Grammar): Clock["half"] {
  const morning = has(message, grammar.mornings);
  const evening = has(message, grammar.evenings);
  return morning === evening ? null : morning ? "am" : "pm";
}

function amountOf(n: string, grammar: Grammar): number {
  if (n === "" || n === "half" || n === "media") return n === "" ? 1 : 0.5;
  return grammar.words.numbers[n] ?? Number.parseFloat(n);
}
