import { ones, teens, tens } from "../lexicon/spoken-numbers.ts";
import type { TimeWords } from "../lexicon/time.ts";

/** An hour as it was said; `half` tells whether the words settle a.m. or p.m. */
export type Clock = { hour: number; minute: number; half: "am" | "pm" | null };

/** Minutes in words, as they follow an hour or are counted from it. */
const words: Record<string, number> = {
  half: 30,
  quarter: 15,
  media: 30,
  cuarto: 15,
  ...Object.fromEntries([...ones, ...teens, ...tens]),
  ...Object.fromEntries([...tens].map(([ten, n]) => [`${ten} five`, n + 5])),
  ...Object.fromEntries([...ones].flatMap(([digit, n]) => ["oh", "o", "zero"].map((nil) => [`${nil} ${digit}`, n]))),
};
const relative =
  /^(?:a |un )?(?<part>half|quarter|cuarto|twenty five|twenty|ten|five|quince|cinco|diez|veinticinco|veinte|\d{1,2}) (?:minutes )?(?<side>past|after|to|til|till|until|of|before|para) (?:las? )?(?<hour>\w+) /;
const british = /^(?<part>half) (?<hour>\w+) /;
const spanishHalf =
  /^(?:las? )?(?<hour>\w+) (?<side>y|menos) (?<part>media|cuarto|quince|treinta|cinco|diez|veinte|\d{2}) /;
const digits = /^(?:las? )?(?<hour>\d{1,2})(?:[:.]|(?: h ))(?<minute>\d{2})? ?/;
const together = /^(?:las? )?(?<hour>[01]?\d)(?<minute>[0-5]\d) /;
const apart = /^(?<hour>\d{1,2}) (?<minute>[0-5][05]) /;
const spelled =
  /^(?<hour>[a-z]+) (?:- )?(?<minute>(?:(?:oh|o|zero) [a-z]+|(?:ten|fifteen|twenty|thirty|forty|fifty)(?: five)?)) /;
const bare = /^(?:las? )?(?<hour>\w+) /;

/** Reads the words of one hour, as matched by a grammar's {clock}; null when they are none. */
export function readClock(text: string, language: TimeWords): Clock | null {
  const said = text.trimStart().replace(/^el /, "");
  if (/^(?:12 )?(?:noon|noonish|midday|mid day|mediodia|medio dia)/.test(said))
    return { hour: 12, minute: 0, half: "pm" };
  if (/^(?:midnight|medianoche|media noche)/.test(said)) return { hour: 0, minute: 0, half: "am" };
  const half = halfOf(said);
  const before = [relative, british, spanishHalf].map((form) => form.exec(said)?.groups).find(Boolean);
  if (before) return relativeClock(before, half, language);
  const found = [digits, together, apart, spelled, bare].map((form) => form.exec(said)?.groups).find(Boolean);
  const hour = numberOf(found?.hour ?? "", language);
  const minute = numberOf(found?.minute ?? "0", language) ?? 0;
  return hour === null || hour > 24 || minute > 59 ? null : { hour: hour % 24, minute, half };
}

/**
 * The hour on a 24-hour clock as "HH:MM". A bare hour from 1 to 6 is p.m., from 7 to 11 a.m., 12 noon, unless the half of
 * the day is known.
 */
export function toTime({ hour, minute, half }: Clock): string {
  return `${String(hourOf(hour, half)).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function hourOf(hour: number, half: Clock["half"]): number {
  if (hour > 12 || hour === 0) return hour;
  if (half === "am") return hour % 12;
  if (half === "pm" || hour < 7) return (hour % 12) + 12;
  return hour;
}

function halfOf(said: string): Clock["half"] {
  if (/ (?:am|(?:de|en|por) la (?:manana|madrugada)) /.test(said)) return "am";
  return / (?:pm|(?:de|en|por) la (?:tarde|noche)) /.test(said) ? "pm" : null;
}

function relativeClock(groups: Record<string, string>, half: Clock["half"], language: TimeWords): Clock | null {
  const hour = /^noon$/.test(groups.hour ?? "") ? 12 : numberOf(groups.hour ?? "", language);
  const part = words[groups.part ?? ""] ?? Number(groups.part);
  if (hour === null || !(part > 0 && part < 60)) return null;
  const later = /^(?:past|after|y)$/.test(groups.side ?? "past");
  return later ? { hour, minute: part, half } : { hour: hour === 1 ? 12 : hour - 1, minute: 60 - part, half };
}

function numberOf(word: string, language: TimeWords): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  return words[word] ?? (Object.hasOwn(language.numbers, word) ? (language.numbers[word] ?? null) : null);
}
