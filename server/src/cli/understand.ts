import { createInterface } from "node:readline";
import { Command, Option } from "commander";
import { contexts, languages, trades, UnderstandInput, understand } from "#understanding";

type Options = { stdin?: boolean; lang?: string; trade?: string; context?: string; now?: string; zone?: string };

export const understandCommand = new Command("understand")
  .description("what the dispatcher makes of one message")
  .argument("[text]", "the message")
  .option(
    "--stdin",
    "read JSON lines {id, text, lang?, trade?, context?, now?, zone?, offered?} and write one JSON line for each",
  )
  .addOption(new Option("--lang <language>", "the customer's language, when it is known").choices(languages))
  .addOption(new Option("--trade <trade>", "the business's trade").choices(trades))
  .addOption(new Option("--context <context>", "what the business asked last").choices(contexts))
  .option("--now <moment>", "ISO 8601 with offset; relative times count from it")
  .option("--zone <zone>", "IANA time zone of the business")
  .addHelpText(
    "after",
    '\nExample:\n  nmc understand "tomorrow after 4" --context time --now 2026-03-03T10:00:00-06:00 --zone America/Chicago',
  )
  .action(async (text: string | undefined, { stdin, ...known }: Options) => {
    if (stdin === true) return understandLines();
    if (text === undefined) throw new Error("Give a message, or --stdin for many.");
    print({ text, ...(known.now === undefined ? here() : {}), ...known });
  });

/** Without a moment given, days count from now, where this machine stands. */
function here(): Pick<Options, "now" | "zone"> {
  const now = Temporal.Now.zonedDateTimeISO();
  return { now: now.toString({ timeZoneName: "never" }), zone: now.timeZoneId };
}

async function understandLines(): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() !== "") print(parsed(line, number));
  }
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`Line ${number} is not JSON.`);
  }
}

function print(given: unknown): void {
  const input = UnderstandInput.safeParse(given);
  if (!input.success)
    throw new Error(
      input.error.issues.map((issue) => `${issue.path.join(".") || "input"}: ${issue.message}`).join("; "),
    );
  process.stdout.write(`${JSON.stringify(understand(input.data))}\n`);
}
