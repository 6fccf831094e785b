import { expect, it } from "vitest";
import { visitText } from "./wording.ts";

const visit = {
  window_start: Temporal.Instant.from("2026-03-04T20:00:00Z"),
  window_end: Temporal.Instant.from("2026-03-04T22:00:00Z"),
  timezone: "America/Chicago",
};

it.each([
  ["booked", "en", "Acme: you are booked for Wednesday, March 4 between 2 PM and 4 PM. Reply here"],
  ["booked", "es", "Acme: su visita queda reservada para el miércoles, 4 de marzo entre 2 p.m. y 4 p.m. Responda aquí"],
  [
    "cancelled",
    "es",
    "Acme: su visita prevista para el miércoles, 4 de marzo entre 2 p.m. y 4 p.m. queda cancelada. Responda",
  ],
] as const)("a text about a %s visit in %s has one full stop a sentence", (kind, language, text) => {
  expect(visitText(kind, visit, "Acme", language)).toContain(text);
});
