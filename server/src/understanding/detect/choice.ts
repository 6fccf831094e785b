import type { Context, OfferedSlot, WantedTime } from "../contract.ts";
import { has, type Message } from "../text/message.ts";
import { compile } from "../text/patterns.ts";
import type { Day } from "../time/index.ts";

/** Ways to name an option by its place; the n-th list is the n-th option, the last list the last option. */
const places: readonly (readonly string[])[] = [
  [
    "(first|1st|frist|fist) (one|option|slot|time|choice|appointment|works|is|please|sounds|would|$|available|window|opening|spot|of|will)",
    "(option|number|slot|choice|\\#|opcion|no|numero|la|el|letter|time) (1|one|a|uno|una|primera|primero) (?works)?",
    "(la|el) (primera|primero|primer) (opcion|hora|horario|cita)?",
    "(primera|primero|primer) (opcion|esta|por favor|$)",
  ],
  [
    "(second|2nd|secnd) (one|option|slot|time|choice|appointment|works|is|please|sounds|would|$|window|opening|spot|will)",
    "(option|number|slot|choice|\\#|opcion|no|numero|letter) (2|two|b|dos)",
    "(la|el) (segunda|segundo|2|dos|de enmedio|del medio|b)",
    "(segunda|segundo) (opcion|esta|por favor|$)",
    "(middle) (one|option|slot)?",
  ],
  [
    "(third|3rd) (one|option|slot|time|choice|appointment|works|is|please|sounds|would|$|window|opening|spot|will)",
    "(option|number|slot|choice|\\#|opcion|no|numero|letter) (3|three|c|tres)",
    "(la|el) (tercera|tercero|tercer|3|tres|c)",
    "(tercera|tercero) (opcion|esta|por favor|$)",
  ],
  [
    "(fourth|4th) (one|option|slot|time|choice|appointment|works|is|please|$|window|opening|spot)",
    "(option|number|slot|choice|\\#|opcion|numero) (4|four|d|cuatro)",
    "(la|el) (cuarta|cuarto|4|cuatro)",
    "(cuarta) (opcion|esta|por favor|$)",
  ],
  [
    "(fifth|5th) (one|option|slot|time|choice|$)",
    "(option|number|slot|choice|\\#|opcion|numero) (5|five|e|cinco)",
    "(la|el) (quinta|quinto|5|cinco)",
  ],
];
const ordered = places.map((patterns) => compile(patterns.map((pattern) => pattern.replace(" (?works)?", ""))));
const last = compile([
  "(last|final) (one|option|slot|time|choice|appointment|works|is|please|sounds|$|window)",
  "(la|el) (ultima|ultimo)",
  "ultima (opcion|hora)?",
]);
const earliest = compile([
  "(earliest|soonest|sooner|earlier|quickest|first available|whichever is (first|sooner|earliest|soonest)) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|one|option|slot|time|possible|works|is|please|$|available|of)?",
  "(mas temprano|mas pronto|mas cercana|mas temprana|antes posible|lo antes posible|cuanto antes|asap)",
  "(asap|as soon as possible|the sooner the better)",
]);
const latest = compile([
  "(latest|later) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|one|option|slot|time|works|is|please|$|of)",
  "mas tarde",
]);
const any = compile([
  "(any|either|anyone|whichever|whatever|all|both) (of (them|those|these)|one|time|works|is fine|is good|are fine|is ok|you|slot|option|day|$|work|are good)",
  "(i am|we are|im)? (flexible|not picky|open)",
  "(you|u) (pick|choose|decide)",
  "(cualquiera|la que sea|cualquier|el que sea|las dos|me da igual|como guste|usted (elija|escoja|decida))",
]);
const none = compile([
  "(none|neither|no) (of (those|them|these)|work*|one|are|$|is)",
  "(ninguna|ninguno|ningun)",
  "(not|do not|does not|can not|will not) (any|either|work|make (any|either)|do (any|either))",
]);
const rejected =
  /(?<= )(?:a|at|not|no|instead of|rather than|except|but not|ni|en vez de|can not do|can not make) (?:the |la |el |option |number )?$/;
const lone =
  /^ (?:ok |yes |sure |yeah |si |lets do |let us do |i will take |i want |i choose |i pick |take |give me |# |number |option |opcion |the |la |el |please |maybe |go with |works |quiero |hello |hi |um |mm |\( )*(?<n>\d|one|two|three|four|five|a|b|c|d|uno|una|dos|tres|cuatro|cinco)(?: \))? (?:please |works |thanks |thank you |is |good |fine |great |sounds |would |be |it |for |me |perfect |por |favor |gracias |esta |bien |best |will |work |if |possible |emojiyes |[.!,] )*$/;
const numbers: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  a: 1,
  b: 2,
  c: 3,
  d: 4,
  uno: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
};

/** What decides which option is meant. */
export type Offer = { offered: readonly OfferedSlot[]; context: Context; wanted: WantedTime; days: readonly Day[] };

/**
 * The 1-based option that the message takes, of those offered; null when it takes none, or leaves two in doubt.
 * An option is named by its place, else by its day and hour, else by being the earliest or the latest.
 */
export function detectChoice(message: Message, { offered, context, wanted, days }: Offer): number | null {
  if (context !== "slot_choice" && offered.length === 0) return null;
  if (has(message, none)) return null;
  const named = placeNamed(message, offered.length || 9);
  // "The 1st in the afternoon" is a day, where one is offered on the 1st.
  const isDay = days.some(({ date, weekday }) => weekday === null && date?.day === named);
  if (named !== null && !isDay) return named;
  if (has(message, last)) return offered.length || null;
  const matching = offered.filter((slot) => matchesDay(slot, wanted, days) && matchesHour(slot, wanted));
  const told = wanted.kind !== "none" && wanted.kind !== "asap";
  const excluded = days.some(({ role }) => role === "excluded");
  if ((told || excluded) && matching.length === 1) return matching[0]?.n ?? null;
  const left = told || excluded ? matching : offered;
  if (left.length > 0 && has(message, earliest)) return inOrder(left)[0]?.n ?? null;
  if (left.length > 0 && has(message, latest)) return inOrder(left).at(-1)?.n ?? null;
  if (left.length > 0 && has(message, any)) return left[0]?.n ?? null;
  return offered.length === 0 && has(message, earliest) ? 1 : null;
}

function placeNamed(message: Message, count: number): number | null {
  const alone = lone.exec(message.plain)?.groups?.n;
  const number = alone === undefined ? null : (numbers[alone] ?? Number(alone));
  if (number !== null && number >= 1 && number <= count) return number;
  for (const [i, pattern] of ordered.entries()) {
    const taken = [...message.plain.matchAll(pattern)].some(
      ({ index }) => !rejected.test(message.plain.slice(0, index)),
    );
    if (taken && i < count) return i + 1;
  }
  return null;
}

function matchesDay(slot: OfferedSlot, { date }: WantedTime, days: readonly Day[]): boolean {
  const weekday = weekdayOf(slot);
  // A bare weekday is the next one after today, also where today is offered.
  const is = (day: Day) =>
    day.date === null || slot.date === undefined
      ? day.weekday !== null && day.weekday === weekday
      : day.date.toString() === slot.date;
  if (days.some((day) => day.role === "excluded" && is(day))) return false;
  const wanted = days.filter(({ role, week }) => role === "wanted" && !week);
  return wanted.length === 0 ? date === null || date === slot.date : wanted.some(is);
}

function weekdayOf({ date, weekday }: OfferedSlot): number | null {
  if (date) return Temporal.PlainDate.from(date).dayOfWeek;
  const initials = ["mo|lu", "tu|ma", "we|mi", "th|ju", "fr|vi", "sa|sá", "su|do"];
  const found = initials.findIndex((initial) => new RegExp(`^(?:${initial})`, "i").test(weekday ?? ""));
  return found < 0 ? null : found + 1;
}

function matchesHour(slot: OfferedSlot, { kind, from, to }: WantedTime): boolean {
  if (!slot.from || (from === null && to === null)) return true;
  if (kind === "exact" && from)
    return from === slot.from || (slot.to !== undefined && from > slot.from && from < slot.to);
  return (from === null || slot.from >= from) && (to === null || slot.from < to);
}

function inOrder(slots: readonly OfferedSlot[]): OfferedSlot[] {
  return slots.toSorted((a, b) => `${a.date ?? ""}${a.from ?? ""}`.localeCompare(`${b.date ?? ""}${b.from ?? ""}`));
}
