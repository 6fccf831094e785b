import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { putSections, renderSection } from "../../rig/src/report/markdown.ts";
import { stopEarly } from "../../rig/src/stop-early.ts";
import { startScratch } from "../../server/src/simulation/scratch-database.ts";
import type { Bench, Benchmark } from "./benchmark.ts";
import { describeCircumstances } from "./circumstances.ts";
import { drain } from "./drain/drain.ts";
import { growth } from "./growth/growth.ts";
import { ingest } from "./ingest/ingest.ts";
import { textBack } from "./text-back/text-back.ts";

const BENCHMARKS: readonly Benchmark[] = [ingest, drain, textBack, growth];

const DOCUMENT = join(import.meta.dirname, "../../docs/performance.md");
const PREFACE = `# Performance

Absolute times say little on shared machines: what counts are the ratios to a peer or a limit, measured in the same run on the same machine. Durability is the same on both sides. \`npm run bench\` measures everything anew, \`-- <name>\` one of them, \`--rounds=<number>\` as often as that; \`--write\` keeps the figures here.`;

const USAGE = `Usage: npm run bench -- [<name>…] [--rounds=<number>] [--write]
${BENCHMARKS.map(({ name, purpose }) => `  ${name.padEnd(12)}${purpose}`).join("\n")}`;

type Order = { chosen: readonly Benchmark[]; rounds: number; write: boolean };

function readOrder(args: string[]): Order | { problem: string } {
  const options = { rounds: { type: "string", default: "3" }, write: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const unknown = positionals.find((word) => !BENCHMARKS.some(({ name }) => name === word));
  if (unknown !== undefined) return { problem: `There is no benchmark "${unknown}".` };
  if (!/^[1-9]\d?$/.test(values.rounds)) return { problem: "--rounds takes a number from 1 to 99." };
  const chosen = BENCHMARKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  return { chosen, rounds: Number(values.rounds), write: values.write };
}

async function perform({ chosen, rounds, write }: Order): Promise<void> {
  const scratch = await startScratch({ durable: true });
  stopEarly(() => scratch.stop());
  const bench: Bench = { scratch, rounds, say: (sentence) => process.stderr.write(`${sentence}\n`) };
  try {
    for (const benchmark of chosen) {
      const section = await benchmark.run(bench);
      const circumstances = await describeCircumstances(scratch.owner, benchmark.name, rounds);
      const text = renderSection(section, circumstances);
      process.stdout.write(`${text}\n\n`);
      if (write) await keep(benchmark.name, text);
    }
  } finally {
    await scratch.stop();
  }
}

async function keep(name: string, text: string): Promise<void> {
  const document = await readFile(DOCUMENT, "utf8").catch(() => "");
  await writeFile(DOCUMENT, putSections(document, PREFACE, new Map([[name, text]])));
}

const order = readOrder(process.argv.slice(2));
if ("problem" in order) {
  process.stderr.write(`${order.problem}\n\n${USAGE}\n`);
  process.exitCode = 64;
} else await perform(order);
