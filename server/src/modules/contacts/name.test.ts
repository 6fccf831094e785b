import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readName } from "./name.ts";

describe("reading a name", () => {
  it.each([
    ["JOHN  SMITH", "John", "Smith"],
    ["smith, john", "John", "Smith"],
    ["  Maria   del Carmen ", "Maria", "del Carmen"],
    ["JOSÉ O'NEIL-GARCÍA", "José", "O'Neil-García"],
    ["Ludwig van Beethoven", "Ludwig", "van Beethoven"],
    ["McDonald", "McDonald", null],
    ["Smith, Jones, Partners", "Smith,", "Jones, Partners"],
    ["李小龙", "李小龙", null],
    ["\u202Eלאה\u202C כהן", "לאה", "כהן"],
    ["Ann\u0000\u200BMarie\tLee", "Ann", "Marie Lee"],
    ["", null, null],
    [" \n ", null, null],
  ])("%j is %j and %j", (text, first_name, last_name) => {
    expect(readName(text)).toEqual({ first_name, last_name });
  });

  it("keeps every name within its column, on one line and stable", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
        for (const name of Object.values(readName(text))) {
          if (name === null) continue;
          expect([...name].length).toBeLessThanOrEqual(100);
          expect(name).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          expect(name).toBe(name.trim());
          expect(name).not.toBe("");
        }
      }),
    );
  });
});
