import { endSentence } from "#platform/values/sentence.ts";
import type { AppointmentResponse } from "./schema.ts";

type Language = "en" | "es";

const LOCALES: Record<Language, string> = { en: "en-US", es: "es-US" };

/** "Tuesday, March 3" in the business's time zone. */
export function dayInWords(moment: Temporal.Instant, timezone: string, language: Language): string {
  return moment
    .toZonedDateTimeISO(timezone)
    .toLocaleString(LOCALES[language], { weekday: "long", month: "long", day: "numeric" });
}

/** "2 PM", "2:30 PM"; Spanish "2:30 p. m.". */
export function timeInWords(moment: Temporal.Instant, timezone: string, language: Language): string {
  const local = moment.toZonedDateTimeISO(timezone);
  const minute = local.minute === 0 ? {} : ({ minute: "2-digit" } as const);
  // Intl puts a narrow no-break space before AM and PM, which would force the whole text into 70-character segments.
  return local
    .toLocaleString(LOCALES[language], { hour: "numeric", ...minute, hour12: true })
    .replaceAll(/[\u202f\u00a0]/g, " ");
}

type Window = Pick<AppointmentResponse, "window_start" | "window_end" | "timezone">;

/** "Tuesday, March 3 between 2 PM and 4 PM" */
export function windowInWords(window: Window, language: Language): string {
  const day = dayInWords(window.window_start, window.timezone, language);
  const from = timeInWords(window.window_start, window.timezone, language);
  const to = timeInWords(window.window_end, window.timezone, language);
  if (from === to) return language === "en" ? `${day} at ${from}` : `el ${day} a las ${from}`;
  return language === "en" ? `${day} between ${from} and ${to}` : `el ${day} entre ${from} y ${to}`;
}

const TEXTS = {
  en: {
    booked: (business: string, when: string) =>
      `${endSentence(`${business}: you are booked for ${when}`)} Reply here to change or cancel.`,
    moved: (business: string, when: string) =>
      `${endSentence(`${business}: your visit is now ${when}`)} Reply here to change or cancel.`,
    cancelled: (business: string, when: string) =>
      `${business}: your visit on ${when} is cancelled. Reply here to book another time.`,
    reminder: (business: string, when: string) =>
      `${endSentence(`${business}: a reminder of your visit ${when}`)} Reply C to confirm, or tell us if you need another time.`,
  },
  es: {
    booked: (business: string, when: string) =>
      `${endSentence(`${business}: su visita queda reservada para ${when}`)} Responda aquí para cambiarla o cancelarla.`,
    moved: (business: string, when: string) =>
      `${endSentence(`${business}: su visita ahora es ${when}`)} Responda aquí para cambiarla o cancelarla.`,
    cancelled: (business: string, when: string) =>
      `${business}: su visita prevista para ${when} queda cancelada. Responda aquí para reservar otra hora.`,
    reminder: (business: string, when: string) =>
      `${endSentence(`${business}: le recordamos su visita ${when}`)} Responda C para confirmar, o díganos si necesita otra hora.`,
  },
} as const;

/** The text a customer gets about a visit. */
export function visitText(
  kind: keyof (typeof TEXTS)["en"],
  window: Window,
  business: string,
  language: Language,
): string {
  return TEXTS[language][kind](business, windowInWords(window, language));
}
