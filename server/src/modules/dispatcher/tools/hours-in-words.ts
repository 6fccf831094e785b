import type { Settings } from "#tenants";
import type { Language } from "#understanding";

type Hours = Settings["business_hours"];

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const NAMES: Record<Language, readonly string[]> = {
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  es: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
};

/** "Monday to Friday 8 AM to 6 PM, Saturday 9 AM to 2 PM": days with equal hours in a row are told together. */
export function hoursInWords(hours: Hours, language: Language): string {
  const runs: { first: number; last: number; open: string; close: string }[] = [];
  DAYS.forEach((day, index) => {
    const today = hours[day];
    const run = runs.at(-1);
    if (today === null) return;
    if (run?.last === index - 1 && run.open === today.open && run.close === today.close) run.last = index;
    else runs.push({ first: index, last: index, ...today });
  });
  const to = language === "en" ? "to" : "a";
  return runs
    .map(({ first, last, open, close }) => {
      const days = first === last ? NAMES[language][first] : `${NAMES[language][first]} ${to} ${NAMES[language][last]}`;
      return `${days} ${timeInWords(open, language)} ${to} ${timeInWords(close, language)}`;
    })
    .join(", ");
}

function timeInWords(time: string, language: Language): string {
  const { hour, minute } = Temporal.PlainTime.from(time);
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}${minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`}`;
  if (language === "es") return `${clock} ${hour < 12 ? "a. m." : "p. m."}`;
  return `${clock} ${hour < 12 ? "AM" : "PM"}`;
}
