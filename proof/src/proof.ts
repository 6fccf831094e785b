import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeMachine } from "../../rig/src/machine.ts";
import { stopEarly } from "../../rig/src/stop-early.ts";
import { startScratch } from "../../server/src/simulation/scratch-database.ts";
import type { Claim, Proof } from "./claim.ts";
import { asLine, judge, type Verdict } from "./judge.ts";
import { LEDGER } from "./ledger/ledger.ts";
import { keepVerdict } from "./report/document.ts";

/** The claims by what they are about. */
const GROUPS: Readonly<Record<string, readonly Claim[]>> = { ledger: LEDGER };

const DOCUMENT = join(import.meta.dirname, "../../docs/proof.md");

const USAGE = `Usage: npm run proof -- [<group>] [--only=<claim>,…] [--seed=<number> | --seeds=<number>,…] [--scale=<share>] [--write]
${Object.entries(GROUPS)
  .flatMap(([group, claims]) => claims.map(({ id, sentence }) => `  ${group.padEnd(8)}${id.padEnd(5)}${sentence}`))
  .join("\n")}`;

type Order = { claims: readonly Claim[]; seeds: readonly number[]; scale: number; write: boolean };

function readOrder(args: string[]): Order | { problem: string } {
  const options = {
    only: { type: "string", default: "" },
    seed: { type: "string", default: "1" },
    seeds: { type: "string" },
    scale: { type: "string", default: "1" },
    write: { type: "boolean", default: false },
  } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const groups = positionals.length === 0 ? Object.keys(GROUPS) : positionals;
  const unknown = groups.find((group) => !(group in GROUPS));
  if (unknown !== undefined) return { problem: `There are no claims about "${unknown}".` };
  const all = groups.flatMap((group) => GROUPS[group] ?? []);
  const only = values.only.split(",").filter((id) => id !== "");
  const unclaimed = only.find((id) => !all.some((claim) => claim.id === id));
  if (unclaimed !== undefined) return { problem: `There is no claim "${unclaimed}" here.` };
  const seeds = (values.seeds ?? values.seed).split(",").map(Number);
  if (!seeds.every(Number.isSafeInteger)) return { problem: "--seed takes a whole number, --seeds several." };
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1)) return { problem: "--scale takes a share of the full form: above 0, at most 1." };
  const claims = only.length === 0 ? all : all.filter(({ id }) => only.includes(id));
  return { claims, seeds, scale, write: values.write };
}

async function perform({ claims, seeds, scale, write }: Order): Promise<void> {
  // Whoever kills a database brings a durable one of its own; the others need not wait for a disk.
  const databases = await startScratch();
  stopEarly(() => databases.stop());
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const runs = claims.flatMap((claim) => seeds.map((seed) => ({ claim, proof: { seed, scale, databases, say } })));
  try {
    for (const { claim, proof } of runs) {
      say(`${claim.id}, seed ${proof.seed}: ${claim.sentence}`);
      const verdict = await judge(claim, proof);
      process.stdout.write(`${asLine(verdict, proof)}\n`);
      if (!verdict.holds) process.exitCode = 1;
      if (write) await keep(verdict, proof);
    }
  } finally {
    await databases.stop();
  }
}

async function keep(verdict: Verdict, proof: Proof): Promise<void> {
  const document = await readFile(DOCUMENT, "utf8").catch(() => "");
  await writeFile(DOCUMENT, keepVerdict(document, verdict, proof, describeMachine()));
}

const order = readOrder(process.argv.slice(2));
if ("problem" in order) {
  process.stderr.write(`${order.problem}\n\n${USAGE}\n`);
  process.exitCode = 64;
} else await perform(order);
