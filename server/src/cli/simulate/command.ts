import { readFile } from "node:fs/promises";
import { Command, InvalidArgumentError } from "commander";
import { FAULTS, playCrowd } from "../../simulation/crowd.ts";
import { readDialogues } from "../../simulation/dialogue.ts";
import { playDialogue } from "../../simulation/play-dialogue.ts";
import { startScratch } from "../../simulation/scratch-database.ts";
import { inParallel } from "./in-parallel.ts";

type Options = {
  dialogues?: string;
  callers?: number;
  faults?: boolean;
  realTime?: boolean;
  seed: number;
  parallel: number;
  json?: boolean;
};

export const simulateCommand = new Command("simulate")
  .description("scripted callers against the whole product, through the simulated carrier, on virtual or real time")
  .option("--dialogues <file>", "play the dialogues of a JSON lines file, each with a business of its own")
  .option("--callers <number>", "play that many callers against one business", wholeNumber)
  .option("--faults", "with --callers: a carrier that loses answers, doubles, delays, reorders and forges")
  .option(
    "--real-time",
    "with --callers: time passes as it does; callers come every three seconds and take ten minutes",
  )
  .option("--seed <number>", "the same seed plays the same world", wholeNumber, 1)
  .option("--parallel <number>", "with --dialogues: how many at once", wholeNumber, 2)
  .option("--json", "one JSON line a dialogue, or one for the callers")
  .addHelpText(
    "after",
    "\nExamples:\n  nmc simulate --callers 200 --faults --seed 7\n  nmc simulate --dialogues customers.jsonl --json",
  )
  .action(async (options: Options) => {
    if ((options.dialogues === undefined) === (options.callers === undefined))
      throw new Error("Say either --dialogues FILE or --callers NUMBER.");
    const scratch = await startScratch();
    try {
      if (options.dialogues !== undefined) await simulateDialogues(scratch, options.dialogues, options);
      else await simulateCallers(scratch, options.callers ?? 0, options);
    } finally {
      await scratch.stop();
    }
  });

type Scratch = Awaited<ReturnType<typeof startScratch>>;

async function simulateDialogues(scratch: Scratch, file: string, { parallel, json }: Options): Promise<void> {
  const dialogues = readDialogues(await readFile(file, "utf8"));
  await inParallel(dialogues, parallel, async (dialogue) => {
    const result = await playDialogue(scratch, dialogue);
    if (json === true) return void process.stdout.write(`${JSON.stringify(result)}\n`);
    const lines = result.said.map(({ from, text }) => `    ${from.padEnd(9)} ${text}`);
    process.stdout.write(`${result.id}: ${result.outcome}\n${lines.join("\n")}\n\n`);
  });
}

async function simulateCallers(scratch: Scratch, callers: number, options: Options): Promise<void> {
  const { faults, realTime = false, seed, json } = options;
  // A clock that runs by itself can only be ahead of real time.
  const startAt = realTime ? tomorrowMorning() : Temporal.Instant.from("2026-03-03T15:00:00Z");
  const report = await playCrowd(scratch, { callers, seed, faults: faults === true ? FAULTS : {}, startAt, realTime });
  const breaches = report.findings.flatMap((finding) => finding.breaches);
  if (json === true) process.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    const { findings, not_texted, ...counts } = report;
    for (const [name, count] of Object.entries(counts))
      process.stdout.write(`${name.replaceAll("_", " ").padEnd(24)} ${count}\n`);
    for (const [reason, count] of Object.entries(not_texted))
      process.stdout.write(`  not texted: ${reason.padEnd(24)} ${count}\n`);
    for (const { id, sentence, breaches: found } of findings)
      process.stdout.write(
        `${found.length === 0 ? "ok  " : "FAIL"} ${id} ${sentence}\n${found.map((one) => `     ${one}\n`).join("")}`,
      );
  }
  if (breaches.length > 0) process.exitCode = 1;
}

function tomorrowMorning(): Temporal.Instant {
  return Temporal.Now.zonedDateTimeISO("America/Chicago").add({ days: 1 }).with({ hour: 10 }).toInstant();
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It takes a whole number.");
  return Number(text);
}
