import { expect, it } from "vitest";
import { cityAskedAbout, cityInAnswer, cityStated } from "./city.ts";

it.each([
  ["do you cover boulder?", "Boulder"],
  ["Do you come out to Round Rock", "Round Rock"],
  ["do you go as far as here to San Antonio?", "San Antonio"],
])("%s asks about a city", (text, city) => expect(cityAskedAbout(text)).toMatchObject({ city }));

it.each(["do you cover my area?", "how far do you go", ""])("%s asks about none", (text) =>
  expect(cityAskedAbout(text)).toBeNull(),
);

it.each([
  ["en Orlando", { city: "Orlando", state: null }],
  ["Dallas", { city: "Dallas", state: null }],
  ["Cheyenne, Wyoming", { city: "Cheyenne", state: "WY" }],
  ["I'm in San Antonio TX", { city: "San Antonio", state: "TX" }],
])("%s answers where", (text, city) => expect(cityInAnswer(text)).toEqual(city));

it("takes a name in passing for a city only with its state, or where somebody says they are", () => {
  expect(cityStated("we need a plumber in Providence RI, can you do that?")).toEqual({
    city: "Providence",
    state: "RI",
  });
  expect(cityStated("toilet is broken, I'm in Houston")).toEqual({ city: "Houston", state: null });
  expect(cityStated("the leak is in Ruby's room")).toBeNull();
  expect(cityStated("I'm in a hurry")).toBeNull();
});
