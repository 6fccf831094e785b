import { describe, expect, it } from "vitest";
import { readScript } from "./script-reader.ts";

const ADDRESS = { if_asked: "address", say: "1 Oak St 78704" } as const;
const TIME = { if_asked: "time", say: "tomorrow at 2" } as const;
const SECOND_TIME = { if_asked: "time", say: "the first one", picks: 1 } as const;

describe("a scripted customer", () => {
  it("begins with a literal and answers only what is asked", () => {
    const script = readScript(["my sink leaks", TIME, ADDRESS]);
    expect(script.next([])).toBe("my sink leaks");
    expect(script.next(["address"])).toBe("1 Oak St 78704");
    expect(script.next(["time"])).toBe("tomorrow at 2");
  });

  it("answers several questions in one text, each with its earliest object", () => {
    const script = readScript(["hi", TIME, ADDRESS, SECOND_TIME]);
    script.next([]);
    expect(script.next(["address", "time"])).toBe("1 Oak St 78704 tomorrow at 2");
    expect(script.next(["time"])).toBe("the first one");
  });

  it("keeps objects behind a literal out of the pool until the literal is said", () => {
    const script = readScript(["hi", ADDRESS, "actually, how much is it?", TIME]);
    script.next([]);
    expect(script.next(["time"])).toBe("actually, how much is it?");
    expect(script.next(["time"])).toBe("tomorrow at 2");
  });

  it("says an object again once, then ends", () => {
    const script = readScript(["hi", ADDRESS]);
    script.next([]);
    expect(script.next(["address"])).toBe("1 Oak St 78704");
    expect(script.next(["address"])).toBe("1 Oak St 78704");
    expect(script.next(["address"])).toBeNull();
  });
});
