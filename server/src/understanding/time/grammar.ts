import type { Language } from "../contract.ts";
import { time as english } from "../lexicon/en/time.ts";
import { time as spanish } from "../lexicon/es/time.ts";
import { holidays } from "../lexicon/holidays.ts";
import type { DayMeaning, HourMeaning, Part, Step, TimeWords } from "../lexicon/time.ts";

/** One language's time words, ready to match. */
export type Grammar = {
  words: TimeWords;
  unwanted: RegExp;
  days: readonly (readonly [DayMeaning, RegExp])[];
  hours: readonly (readonly [HourMeaning, RegExp])[];
  parts: readonly (readonly [Part, RegExp])[];
  asap: RegExp;
  counted: readonly (readonly [Step, RegExp])[];
  beforeThat: RegExp;
  afterThat: RegExp;
  excludedBefore: RegExp;
  excludedAfter: RegExp;
  notBefore: RegExp;
  onward: RegExp;
  afterDay: RegExp;
  insteadOf: RegExp;
  movedFrom: RegExp;
  attached: RegExp;
  turned: RegExp;
  mornings: RegExp;
  evenings: RegExp;
};

export const grammars: Record<Language, Grammar> = { en: grammarOf(english), es: grammarOf(spanish) };

function grammarOf(words: TimeWords): Grammar {
  const fill = filler(words);
  const anywhere = (pattern: string) => new RegExp(`(?<= )(?:${fill(pattern)})`, "g");
  const before = (pattern: string) => new RegExp(`(?<= )(?:${fill(pattern)})$`);
  const after = (pattern: string) => new RegExp(`^ (?:${fill(pattern)})`);
  const table = <Key>(rows: readonly (readonly [Key, string])[]) =>
    rows.map(([key, pattern]) => [key, anywhere(pattern)] as const);
  return {
    words,
    unwanted: anywhere(words.unwanted.join("|")),
    days: table(words.days),
    hours: table(words.hours),
    parts: table(words.parts),
    asap: anywhere(words.asap.map((pattern) => `${pattern} ?`).join("|")),
    counted: table(words.counted),
    beforeThat: anywhere(words.beforeThat),
    afterThat: anywhere(words.afterThat),
    excludedBefore: before(words.excludedBefore),
    excludedAfter: after(words.excludedAfter),
    notBefore: before(words.notBefore),
    onward: after(words.onward),
    afterDay: before(words.afterDay),
    insteadOf: before(words.insteadOf),
    movedFrom: before(words.movedFrom),
    attached: after(words.attached),
    turned: anywhere(`(?:${words.turned}) `),
    mornings: anywhere(words.mornings),
    evenings: anywhere(words.evenings),
  };
}

/** Puts the words of the tables in the place of {weekday}, {month}, {n}, {ordinal}, {nth}, {holiday} and {clock}. */
function filler(words: TimeWords): (pattern: string) => string {
  const any = (table: Record<string, unknown>) => `(?:${longestFirst(Object.keys(table)).join("|")})`;
  const tables: Record<string, string> = {
    weekday: any(words.weekdays),
    month: any(words.months),
    n: `(?:\\d{1,3}|${any(words.numbers)})`,
    ordinal: `(?:\\d{1,2}(?:st|nd|rd|th)|${any(words.ordinals)})`,
    nth: any(words.nths),
    holiday: any(holidays),
    clock: `(?:${words.clock})`,
  };
  return (pattern) =>
    pattern.replace(/\{(weekday|month|n|ordinal|nth|holiday|clock)\}/g, (_, name: string) => tables[name] ?? "");
}

function longestFirst(words: readonly string[]): string[] {
  return words.toSorted((a, b) => b.length - a.length);
}
