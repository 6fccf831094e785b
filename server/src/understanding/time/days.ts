import type { DayMeaning, TimeWords } from "../lexicon/time.ts";
import { hide, type Message, plainOf, type Span, spanOf } from "../text/message.ts";
import { type NamedDay, withCounted } from "./counted.ts";
import { dateOf, dayNumber, weekdayOf } from "./dates.ts";
import type { Grammar } from "./grammar.ts";

/** A day that the message names. `date` is null when today is not known. `week` marks a whole week, from `date` on. */
export type Day = {
  span: Span;
  date: Temporal.PlainDate | null;
  /** Of a bare "Tuesday", which may be any; null when the words settle which. */
  weekday: number | null;
  role: "wanted" | "excluded" | "not_before" | "given_up";
  week: boolean;
  evening: boolean;
  past: boolean;
  /** Said as "after the 15th". */
  after: boolean;
};

const bare: ReadonlySet<DayMeaning> = new Set(["weekday", "thisWeekday"]);
const past: ReadonlySet<DayMeaning> = new Set(["yesterday", "lastWeekday"]);
const stretches: ReadonlySet<DayMeaning> = new Set(["nextWeek", "weekAfterNext", "nextMonth"]);

/** Every day the message names, in order, and the message with them covered. `skip` are meanings not to look for. */
export function findDays(
  message: Message,
  grammar: Grammar,
  today: Temporal.PlainDate | null,
  skip: (meaning: DayMeaning, day: number) => boolean,
): { days: Day[]; rest: Message } {
  const days: NamedDay[] = [];
  let covered = message;
  for (const [meaning, pattern] of grammar.days) {
    const matches = [...covered.plain.matchAll(pattern)].filter(
      ({ groups }) => !skip(meaning, groups?.day ? dayNumber(groups, grammar.words) : 0),
    );
    for (const match of matches) days.push(dayOf(covered, match, meaning, grammar.words, today));
    const spans = matches.map((match) => spanOf(covered, match));
    covered = hide(covered, spans, "_");
  }
  const ordered = days.toSorted((a, b) => a.span.from - b.span.from);
  const named = withCounted(ordered, covered, grammar);
  const spans = named.map(({ span }) => span);
  const rest = hide(covered, spans, "_");
  const played = named.map((day) => withRole(day, rest, message, grammar));
  return { days: inherited(played, message), rest };
}

function dayOf(message: Message, match: RegExpExecArray, meaning: DayMeaning, words: TimeWords, today: Day["date"]) {
  const groups = match.groups ?? {};
  return {
    span: spanOf(message, match),
    date: today && dateOf[meaning](groups, today, words),
    weekday: groups.weekday && bare.has(meaning) ? weekdayOf(groups, words) : null,
    week: stretches.has(meaning),
    evening: meaning === "tonight",
    past: past.has(meaning),
    after: false,
  };
}

/** Whether the day is wanted, ruled out, the earliest possible, or the day of a visit that is to be moved. */
function withRole(day: NamedDay, covered: Message, message: Message, grammar: Grammar): Day {
  const before = plainOf(covered, { from: Math.max(0, day.span.from - 8), to: day.span.from });
  const after = plainOf(message, { from: day.span.to, to: day.span.to + 6 });
  if (grammar.notBefore.test(before) && !/ (?:from|desde) $/.test(before)) return { ...day, role: "not_before" };
  if (grammar.onward.test(after)) return { ...day, role: "not_before" };
  if (grammar.afterDay.test(before))
    return { ...day, date: day.date?.add({ days: 1 }) ?? null, role: "not_before", after: true };
  if (grammar.excludedBefore.test(before) || grammar.excludedAfter.test(after)) return { ...day, role: "excluded" };
  return { ...day, role: grammar.insteadOf.test(before) || grammar.movedFrom.test(before) ? "given_up" : "wanted" };
}

/** What comes after a day that suits. */
const approved =
  /^ (?:(?:is|are|would be|sounds?|esta|estan|seria) (?:good|fine|ok|okay|great|better|best|perfect|bien|mejor)|works?|si |me (?:sirve|queda)|puedo|mejor)/;

/** In "not Monday, Tuesday or Friday" the first word rules out all three; in "not Friday, Monday" it does not. */
function inherited(days: readonly Day[], message: Message): Day[] {
  const joints = days.map((day, i) => plainOf(message, { from: days[i - 1]?.span.to ?? 0, to: day.span.from }).trim());
  const joined = (i: number): boolean =>
    /^,? ?(?:or|nor|and|o|ni|y|\/)$/.test(joints[i] ?? "") ||
    (joints[i] === "," && i + 1 < days.length && joined(i + 1));
  const isApproved = (i: number): boolean =>
    approved.test(plainOf(message, { from: days[i]?.span.to ?? 0, to: (days[i]?.span.to ?? 0) + 3 })) ||
    (/^(?:and|or|y|o)$/.test(joints[i + 1] ?? "") && isApproved(i + 1));
  let ruledOut = false;
  return days.map((day, i) => {
    ruledOut = day.role === "excluded" || (ruledOut && i > 0 && joined(i) && !isApproved(i));
    return ruledOut ? { ...day, role: "excluded" } : day;
  });
}
