import { Command } from "commander";
import { isRefusal } from "../platform/instance/index.ts";
import { loadEnvironmentFile } from "../start/run.ts";
import { databaseUrlCommand } from "./database-url.ts";
import { doctorCommand } from "./doctor.ts";
import { migrateCommand } from "./migrate.ts";
import { reconcileCommand } from "./reconcile.ts";
import { seedCommand } from "./seed.ts";
import { simulateCommand } from "./simulate/command.ts";
import { startCommand } from "./start.ts";
import { storyCommand } from "./story.ts";
import { understandCommand } from "./understand.ts";

const EXAMPLES = `
Examples:
  nmc start                               bring everything up and show it in a browser
  nmc story CA1f…                         everything one call brought about
  nmc understand "my heater died"         what the dispatcher makes of a message
  nmc simulate --callers 200 --faults     two hundred callers, a carrier that misbehaves
  nmc doctor                              check every promise about the data
  nmc reconcile --since 2026-03-01        what did the carrier's webhooks not tell?

From a clone: npm run --silent nmc -- <command>`;

const nmc = new Command("nmc")
  .description("NeverMissCall: the phone line that can prove it lost nothing.")
  .showHelpAfterError("(nmc --help shows what there is)")
  .showSuggestionAfterError()
  .addHelpText("after", EXAMPLES);

for (const command of [
  startCommand,
  migrateCommand,
  seedCommand,
  storyCommand,
  simulateCommand,
  understandCommand,
  databaseUrlCommand,
  doctorCommand,
  reconcileCommand,
]) {
  nmc.addCommand(command);
}

try {
  loadEnvironmentFile();
  await nmc.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = isRefusal(error) ? error.exitCode : 1;
}
