import { renderTable } from "../../../rig/src/report/markdown.ts";

/** A claim's section of the document: what was measured under one seed, or under several in turn. */
export type ProvedSection = {
  /** Its heading, the claim and how it is put to the test. */
  head: string;
  figures: readonly { name: string; promised: string }[];
  /** By the seed. */
  runs: ReadonlyMap<number, Run>;
  /** What share of the full form it is; empty for all of it. */
  share: string;
};

/** What one run measured, figure by figure, and where and how, and what it broke. */
export type Run = { measured: readonly string[]; told: string };

export function renderSection({ head, figures, runs, share }: ProvedSection): string {
  const seeds = [...runs.keys()].sort((one, other) => one - other);
  const rows = figures.map(({ name, promised }, row) => [
    name,
    promised,
    ...seeds.map((seed) => runs.get(seed)?.measured[row] ?? ""),
  ]);
  const table = renderTable({ head: ["figure", "promised", ...seeds.map((seed) => `seed ${seed}`)], rows });
  const told = seeds.map((seed) => `- Seed ${seed}: ${runs.get(seed)?.told ?? ""}`).join("\n");
  return [head, table, told, share].filter((part) => part !== "").join("\n\n");
}

/** Reads what `renderSection` wrote; null when it was written otherwise. */
export function readSection(text: string): ProvedSection | null {
  const parts = text.split("\n\n");
  const place = parts.findIndex((part) => part.startsWith("| figure | promised | seed "));
  const [table, told, share = ""] = parts.slice(place);
  if (place === -1 || table === undefined || told === undefined) return null;
  const [titles = [], _rule, ...rows] = table.split("\n").map(cellsOf);
  const seeds = titles.slice(2).map((title) => Number(title.replace("seed ", "")));
  const tales = new Map(
    told
      .split(/^- Seed /m)
      .slice(1)
      .map((tale) => [Number.parseInt(tale, 10), tale.slice(tale.indexOf(": ") + 2).trimEnd()]),
  );
  return {
    head: parts.slice(0, place).join("\n\n"),
    figures: rows.map(([name = "", promised = ""]) => ({ name, promised })),
    runs: new Map(
      seeds.map((seed, column) => [
        seed,
        { measured: rows.map((row) => row[column + 2] ?? ""), told: tales.get(seed) ?? "" },
      ]),
    ),
    share,
  };
}

const cellsOf = (line: string) => line.replace(/^\| /, "").replace(/ \|$/, "").split(" | ");

/** The newer section, with the runs of the older one under other seeds when they did and promised the same. */
export function joinSections(older: ProvedSection | null, newer: ProvedSection): ProvedSection {
  if (older === null || formOf(older) !== formOf(newer)) return newer;
  return { ...newer, runs: new Map([...older.runs, ...newer.runs]) };
}

function formOf({ head, figures, share }: ProvedSection): string {
  return JSON.stringify([head, figures, share]);
}
