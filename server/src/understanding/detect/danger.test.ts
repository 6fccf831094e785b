import { describe, expect, test } from "vitest";
import { featuresOf } from "../classifier/features.ts";
import { read } from "../text/message.ts";
import { assessDanger } from "./danger.ts";

describe("assessDanger", () => {
  test.each([
    ["present", "I smell gas", "life"],
    ["present, in doubt", "not sure if its gas but it smells like it", "life"],
    ["going on since the past", "we had a leak last year and now I smell gas again", "life"],
    ["denied", "there is no gas smell", "routine"],
    ["denied with another", "no smoke or sparks, it just trips", "routine"],
    ["past", "last year we had a gas leak", "routine"],
    ["imagined", "what would you do if I smelled gas", "routine"],
    ["asked about", "do you fix gas leaks", "routine"],
    ["an idiom", "my husband will kill me if this is not fixed", "routine"],
    ["ended by others", "the fire department put out a fire in our kitchen, the outlets are dead", "urgent"],
    ["lately", "outlet sparked last night", "urgent"],
    ["in Spanish", "huele a gas en la cocina", "life"],
    ["in two languages", "hola theres humo coming out of my outlet", "life"],
    ["urgent", "pipe burst, water everywhere", "urgent"],
    ["urgent without hurry", "not an emergency but the toilet overflowed", "routine"],
  ])("%s: %s", (_, text, level) => {
    expect(assessed(text).level).toBe(level);
  });

  test("names the gravest danger of several", () => {
    expect(assessed("the basement is flooded and the co alarm is going off")).toEqual({
      level: "life",
      hazard: "co",
    });
  });

  test("names no danger to people where there is none", () => {
    expect(assessed("se fue la luz a las 6")).toEqual({ level: "routine", hazard: null });
  });
});

function assessed(text: string) {
  const message = read(text);
  return assessDanger(message, featuresOf(message));
}
