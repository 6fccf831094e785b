import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeMachine } from "../../rig/src/machine.ts";
import { stopEarly } from "../../rig/src/stop-early.ts";
import { startScratch } from "../../server/src/simulation/scratch-database.ts";
import type { Claim, Proof } from "./claim.ts";
import { asLine, judge, type Verdict } from "./judge.ts";
import { LEDGER } from "./ledger/ledger.ts";
import { circumstancesOf, keepVerdict } from "./report/document.ts";

/** The claims by what they are about. */
const GROUPS: Readonly<Record<string, readonly Claim[]>> = { ledger: LEDGER };

const DOCUMENT = join(import.meta.dirname, "../../docs/proof.md");

const USAGE = `Usage: npm run proof -- [<group>] [--only=<claim>,…] [--seed=<number>] [--scale=<share>] [--write]
${Object.entries(GROUPS)
  .flatMap(([group, claims]) => claims.map(({ id, sentence }) => `  ${group.padEnd(8)}${id.padEnd(5)}${sentence}`))
  .join("\n")}`;

type Order = { claims: readonly Claim[]; seed: number; scale: number; write: boolean };

function readOrder(args: string[]): Order | { problem: string } {
  const options = {
    only: { type: "string", default: "" },
    seed: { type: "string", default: "1" },
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
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) return { problem: "--seed takes a whole number." };
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1)) return { problem: "--scale takes a share of the full form: above 0, at most 1." };
  const claims = only.length === 0 ? all : all.filter(({ id }) => only.includes(id));
  return { claims, seed, scale, write: values.write };
}

async function perform({ claims, seed, scale, write }: Order): Promise<void> {
  const databases = await startScratch({ durable: true });
  stopEarly(() => databases.stop());
  const proof: Proof = { seed, scale, databases, say: (sentence) => process.stderr.write(`${sentence}\n`) };
  try {
    for (const claim of claims) {
      proof.say(`${claim.id}: ${claim.sentence}`);
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
  await writeFile(DOCUMENT, keepVerdict(document, verdict, circumstancesOf(verdict, proof, describeMachine())));
}

const order = readOrder(process.argv.slice(2));
if ("problem" in order) {
  process.stderr.write(`${order.problem}\n\n${USAGE}\n`);
  process.exitCode = 64;
} else await perform(order);
