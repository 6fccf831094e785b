import { afterAll, describe, expect, test } from "vitest";
import { understand } from "../../src/modules/dispatcher/understanding/index.ts";
import { fulfils } from "./judge.ts";
import { type Line, MESSAGE_SETS, type MessageSet, readSet } from "./sets.ts";

interface Judged {
  line: Line;
  understood: Record<string, unknown>;
  right: boolean;
}

interface Figure {
  figure: string;
  value: number;
  of: number;
  demanded: string;
}

/** The failing messages stay hidden so that nobody writes rules to them. */
const showFailures = process.env.NMC_SHOW_HELD_OUT === "1";
const figures: Figure[] = [];

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

function share(figure: string, of: Judged[], hit: (judged: Judged) => boolean, demanded: string): number {
  const value = of.filter(hit).length / of.length;
  figures.push({ figure, value: Number(value.toFixed(4)), of: of.length, demanded });
  return value;
}

afterAll(() => console.table(figures));

describe("held-out messages", () => {
  test("danger: life is seen, and only life", async () => {
    const judged = await judgeSet("danger");
    const isLife = ({ understood }: Judged): boolean => understood.level === "life";
    const life = judged.filter(({ line }) => line.expect.level === "life");
    const calm = judged.filter(({ line }) => line.expect.level !== "life");
    share("danger, every field", judged, ({ right }) => right, "");
    expect.soft(share("life recall", life, isLife, ">= 0.99")).toBeGreaterThanOrEqual(0.99);
    expect.soft(share("false life", calm, isLife, "<= 0.02")).toBeLessThanOrEqual(0.02);
  });

  test("opt-out: a wish to stop is seen, and only that", async () => {
    const judged = await judgeSet("opt-out");
    const stops = ({ understood }: Judged): boolean => understood.opt_out === "stop";
    const wish = judged.filter(({ line }) => line.expect.opt_out === "stop");
    const others = judged.filter(({ line }) => line.expect.opt_out !== "stop");
    const startOrHelp = others.filter(({ line }) => line.expect.opt_out !== "none");
    share("start and help", startOrHelp, ({ right }) => right, "");
    expect.soft(share("stop recall", wish, stops, ">= 0.99")).toBeGreaterThanOrEqual(0.99);
    expect.soft(share("false stop", others, stops, "<= 0.01")).toBeLessThanOrEqual(0.01);
  });

  const whole = MESSAGE_SETS.filter((set) => set !== "danger" && set !== "opt-out");
  test.each(whole)("%s: at least 95 of 100 messages are right in every stated field", async (set) => {
    const judged = await judgeSet(set);
    expect(share(set, judged, ({ right }) => right, ">= 0.95")).toBeGreaterThanOrEqual(0.95);
  });
});
