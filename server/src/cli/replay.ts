import { Command } from "commander";
import { type Replayed, replay } from "../modules/operations/index.ts";
import type { Compared } from "../platform/projections.ts";
import { withHouse } from "./with-house.ts";

type Options = { all?: boolean; check?: boolean; json?: boolean };

export const replayCommand = new Command("replay")
  .description("rebuild calls and texts from their ledgers; exit code 1 when --check finds a difference")
  .argument("[subject]", "a call by its id or SID (CA…) with its texts, or a text by its SID (SM…)")
  .option("--all", "every call and text of every business")
  .option("--check", "change nothing, only say what differs")
  .option("--json", "the summary as one JSON object for each kind of rows")
  .action((subject: string | undefined, { all, check, json }: Options) => {
    if ((subject === undefined) === (all !== true)) throw new Error("Name one call or text, or say --all.");
    return withHouse(async ({ ports, modules }) => {
      const mends = check !== true;
      const onChunk = (name: string, soFar: Replayed, chunk: Compared) => {
        for (const line of differencesIn(name, chunk)) process.stdout.write(line);
        if (all === true) process.stderr.write(`${name}: ${soFar.rows} compared\n`);
      };
      const results = await replay(ports, modules, { named: subject ?? null, mends, onChunk });
      if (subject !== undefined && results.every(({ rows }) => rows === 0))
        throw new Error("There is no such call or text. Give its id or the carrier's SID.");
      for (const result of results)
        process.stdout.write(json === true ? `${JSON.stringify(result)}\n` : inWords(result, mends));
      if (!mends && results.some(({ deviating }) => deviating > 0)) process.exitCode = 1;
    });
  });

function differencesIn(name: string, { deviations }: Compared): string[] {
  return deviations.flatMap(({ id, differences }) =>
    differences.map(({ column, is, should_be }) => `${name} ${id} ${column}: ${shown(is)} → ${shown(should_be)}\n`),
  );
}

function shown(value: unknown): string {
  if (value === undefined) return "missing";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function inWords({ name, rows, events, deviating }: Replayed, mends: boolean): string {
  return `${name}: ${rows} compared with ${events} events, ${deviating} ${mends ? "changed" : "differ"}\n`;
}
