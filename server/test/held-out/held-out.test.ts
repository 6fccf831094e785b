import { afterAll, describe, expect, test } from "vitest";
import { understand } from "../../src/understanding/index.ts";
import { FIGURES, type FigureName } from "./figures.ts";
import { fulfils } from "./judge.ts";
import { type Line, type MessageSet, readSet } from "./sets.ts";

interface Judged {
  line: Line;
  understood: Record<string, unknown>;
  right: boolean;
}

interface Measured {
  figure: string;
  value: number;
  of: number;
  promised: string;
  kept: boolean;
}

/** The failing messages stay hidden so that nobody writes rules to them. */
const showFailures = process.env.NMC_SHOW_HELD_OUT === "1";
const figures: Measured[] = [];

async function judgeSet(set: MessageSet): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const line of readSet<Line>(set)) {
    const { expect: expected, ...message } = line;
    const understood = { ...understand(message) };
    judged.push({ line, understood, right: fulfils(expected, understood) });
  }
  if (showFailures)
    for (const { line, understood } of judged.filter(({ right }) => !right)) console.log(line, understood);
  return judged;
}

/** Measures one figure and holds it to what is promised: a sentence when it falls short. */
function shortfall(figure: FigureName, of: Judged[], hit: (judged: Judged) => boolean): string[] {
  const value = of.filter(hit).length / of.length;
  const { promised, mostAllowed } = FIGURES[figure];
  const kept = mostAllowed ? value <= promised : value >= promised;
  const bound = `${mostAllowed ? "<=" : ">="} ${promised}`;
  figures.push({ figure, value: Number(value.toFixed(4)), of: of.length, promised: bound, kept });
  return kept ? [] : [`${figure} is ${value.toFixed(4)}, not ${bound}`];
}

afterAll(() => console.table(figures));

describe("held-out messages", () => {
  test("danger: life is seen, and only life", async () => {
    const judged = await judgeSet("danger");
    const isLife = ({ understood }: Judged): boolean => understood.level === "life";
    const life = judged.filter(({ line }) => line.expect.level === "life");
    const calm = judged.filter(({ line }) => line.expect.level !== "life");
    expect([...shortfall("life recall", life, isLife), ...shortfall("false life", calm, isLife)]).toEqual([]);
  });

  test("opt-out: a wish to stop is seen, and only that", async () => {
    const judged = await judgeSet("opt-out");
    const stops = ({ understood }: Judged): boolean => understood.opt_out === "stop";
    const wishes = judged.filter(({ line }) => line.expect.opt_out === "stop");
    const others = judged.filter(({ line }) => line.expect.opt_out !== "stop");
    expect([...shortfall("stop recall", wishes, stops), ...shortfall("false stop", others, stops)]).toEqual([]);
  });

  test.each(["time", "intent", "address", "money", "name"] as const)(
    "%s: a message is right in every stated field",
    async (set) => {
      expect(shortfall(set, await judgeSet(set), ({ right }) => right)).toEqual([]);
    },
  );
});
