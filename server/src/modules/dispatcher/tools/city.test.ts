import { expect, it } from "vitest";
import { findCity } from "./city.ts";

it.each([
  ["do you cover boulder?", "Boulder"],
  ["Do you come out to Round Rock", "Round Rock"],
  ["en Orlando", "Orlando"],
  ["I'm in San Antonio", "San Antonio"],
  ["Dallas", "Dallas"],
])("%s names a city", (text, city) => expect(findCity(text)).toBe(city));

it.each(["do you cover my area?", "how far do you go", "", "no sé"])("%s names none", (text) =>
  expect(findCity(text)).toBeNull(),
);
