import { describe, expect, test } from "vitest";
import { compile, compileWhole, prefixesOf, vocabularyOf } from "./patterns.ts";

function finds(pattern: string, plain: string): boolean {
  return ` ${plain} `.search(compile([pattern], { fuel: ["(gas|propane)"] })) >= 0;
}

describe("patterns", () => {
  test.each([
    ["a word whole", "gas", "smell gas", "gasoline"],
    ["a beginning", "leak*", "leaking", "aleak"],
    ["an ending", "*ing", "leaking", "leaks"],
    ["a last letter or not", "eggs?", "egg", "eggshell"],
    ["alternatives", "(rotten egg|sulfur) smell", "sulfur smell", "egg smell"],
    ["what may be missing", "no (any)? heat", "no heat", "no more heat"],
    ["what may repeat", "is (very|so)* bad", "is very very bad", "is much bad"],
    ["a class", "smell @fuel", "smell propane", "smell food"],
    ["a number", "# ppm", "85 ppm", "some ppm"],
    ["a number so long", "20## model", "2019 model", "19 model"],
    ["what must not follow", "smoke !(alarm)", "smoke here", "smoke alarm"],
    ["a gap within the sentence", "smell .. gas", "smell of gas", "smell . gas"],
    ["a gap without a negation", "smell ... gas", "smell some gas", "smell no gas"],
    ["either order", "smell ~ gas", "gas i can smell", "gas . smell"],
    ["the end of a clause", "gas $", "i smell gas", "gas bill"],
    ["its beginning", "^ gas", "wait , gas", "the gas"],
  ])("%s: %s", (_, pattern, yes, no) => {
    expect(finds(pattern, yes)).toBe(true);
    expect(finds(pattern, no)).toBe(false);
  });

  test("a whole text is one of the patterns or none", () => {
    expect(compileWhole(["stop", "opt out"]).test(" opt out ")).toBe(true);
    expect(compileWhole(["stop", "opt out"]).test(" stop it ")).toBe(false);
  });

  test("a class that is not defined is refused by name", () => {
    expect(() => compile(["@nothing"])).toThrow(/"nothing"/);
  });

  test("vocabulary and beginnings are what the patterns write out", () => {
    expect(vocabularyOf(["(smell|odor) leak* @fuel"])).toEqual(["smell", "odor"]);
    expect(prefixesOf(["(smell|odor) leak* @fuel"])).toEqual(["leak"]);
  });
});
