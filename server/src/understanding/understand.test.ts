import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contexts, languages, trades, UnderstandInput, Understanding } from "./contract.ts";
import { understand } from "./understand.ts";

const now = "2026-03-04T10:00:00-06:00";
const zone = "America/Chicago";

const word = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("gas", "stop", "mañana", "at", "3pm", "1420", "Oak", "St", "not", "smell", "$", "12/31", "🛑", "\n"),
);

/** What gives a number a meaning. */
const numbered = [
  ...[
    "in # hours",
    "in 1.# hours",
    "# hours from now",
    "within # minutes",
    "in # days",
    "in # months",
    "# weeks from monday",
  ],
  ...[
    "at #",
    "#:00",
    "# pm",
    "12/#",
    "#-12-2027",
    "may #",
    "the #th",
    "option #",
    "$#",
    "paid #.50",
    "# oak st",
    "apt #",
  ],
  ...["en # horas", "en # minutos", "en # semanas", "a las #", "el # de mayo", "la #", "zip #"],
];

describe("understand", () => {
  test("answers any text by the contract, and the same text the same way", () => {
    const input = fc.record({
      text: fc.array(word, { maxLength: 12 }).map((words) => words.join(" ")),
      lang: fc.option(fc.constantFrom(...languages), { nil: undefined }),
      trade: fc.option(fc.constantFrom(...trades), { nil: undefined }),
      context: fc.option(fc.constantFrom(...contexts), { nil: undefined }),
    });
    fc.assert(
      fc.property(input, (given) => {
        const asked = UnderstandInput.parse({ ...given, now, zone });
        const understood = understand(asked);
        expect(Understanding.parse(understood)).toEqual(understood);
        expect(understand(asked)).toEqual(understood);
      }),
      { numRuns: 300 },
    );
  });

  test("reads any digits, of any length, wherever a number may stand", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 400 });
    const said = fc.constantFrom(...numbered);
    fc.assert(
      fc.property(fc.array(fc.tuple(said, digits), { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.map(([words, number]) => words.replace("#", number)).join(" ");
        const understood = understand({ text, context: "time", now, zone });
        expect(Understanding.parse(understood)).toEqual(understood);
      }),
      { numRuns: 300 },
    );
  });

  test("names no day when it does not know today", () => {
    expect(understand({ text: "tomorrow at 3" }).time).toMatchObject({ kind: "exact", date: null, from: "15:00" });
  });

  test("counts elapsed hours across the change of clocks", () => {
    const before = "2026-03-08T01:30:00-06:00";
    const { time } = understand({ text: "in 2 hours", context: "time", now: before, zone });
    expect(time).toMatchObject({ kind: "relative", date: "2026-03-08", from: "04:30" });
  });

  test("takes an answer to several questions whole", () => {
    const text = "its Maria Lopez, sink is leaking at 1420 oak st apt 3b 78704, tomorrow after 4 works";
    expect(understand({ text, context: "problem", now, zone })).toMatchObject({
      intents: expect.arrayContaining(["give_problem", "give_address", "give_name", "give_time"]),
      trade: "plumbing",
      name: "Maria Lopez",
      address: { number: "1420", street: "Oak St", unit: "3B", zip: "78704" },
      time: { kind: "window", date: "2026-03-05", from: "16:00", to: null },
    });
  });

  test("puts life before a keyword that came with it", () => {
    expect(understand({ text: "help i smell gas" })).toMatchObject({ level: "life", hazard: "gas", opt_out: "none" });
  });

  test("takes the business's trade for a problem that names none", () => {
    const text = "it's broken again";
    expect(understand({ text, trade: "hvac" }).trade).toBe("hvac");
    expect(understand({ text: "are you open today", trade: "hvac" }).trade).toBeNull();
  });

  test("costs less than two milliseconds of the processor a message", () => {
    const texts = ["my sink is leaking can you come tomorrow at 3", "huele a gas en la cocina", "STOP", "1420 Oak St"];
    const rounds = 40;
    const costs = Array.from({ length: 6 }, () => {
      const start = process.cpuUsage();
      for (let i = 0; i < rounds; i++) for (const text of texts) understand({ text, now, zone });
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000 / rounds / texts.length;
    });
    // The cheapest: what else the processor does beside it makes the others dearer.
    expect(Math.min(...costs)).toBeLessThan(2);
  });
});
