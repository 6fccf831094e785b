import type { Language, Trade } from "#understanding";
import { SERVICES } from "./service-list.ts";

/** A kind of job: how people name it, what it is called on the visit, and how many hours it usually takes. */
export type Service = {
  trade: Trade;
  words: RegExp;
  name: Record<Language, string>;
  hours: { low: number; high: number };
};

const GENERAL: Record<Trade, Service["name"]> = {
  plumbing: { en: "plumbing visit", es: "visita de plomería" },
  electrical: { en: "electrical visit", es: "visita de electricista" },
  hvac: { en: "heating and cooling visit", es: "visita de climatización" },
  locksmith: { en: "locksmith visit", es: "visita de cerrajero" },
  garage_door: { en: "garage door visit", es: "visita por puerta de garaje" },
  clinic: { en: "appointment", es: "cita" },
};
const USUAL_HOURS = { low: 1, high: 2 };

/** The kind of job a problem is, among those of the trade. */
export function serviceFor(problem: string, trade: Trade): Pick<Service, "name" | "hours"> {
  return findService(problem, trade) ?? { name: GENERAL[trade], hours: USUAL_HOURS };
}

/** Whether the words name a job that the trade does. */
export function namesService(words: string, trade: Trade | null): boolean {
  return trade !== null && findService(words, trade) !== undefined;
}

/** The first service of the trade that the words fit; they are read in lower case and without accents. */
function findService(words: string, trade: Trade): Service | undefined {
  const plain = words.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return SERVICES.find((service) => service.trade === trade && service.words.test(plain));
}
