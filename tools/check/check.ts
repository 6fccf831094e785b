import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { readAliases } from "./aliases.ts";
import { ambientState } from "./ambient-state.ts";
import { findCycles } from "./cycles.ts";
import { brokenPromises } from "./documents.ts";
import { importsOf } from "./imports.ts";
import { inParallel } from "./in-parallel.ts";
import { installedPackages, unfitLicences } from "./licences.ts";
import { unportable } from "./portable.ts";
import { endPrograms, program, script } from "./programs.ts";
import { oversizedFiles } from "./sizes.ts";
import { ROOT, sourceFiles, textFiles } from "./source-files.ts";
import { touchedTables } from "./table-walls.ts";
import { wallBreaches } from "./walls.ts";

/** A check: a name and what is wrong, nothing when all is well. */
type Check = { name: string; run(): Promise<readonly string[]> };

const files = sourceFiles();
const aliases = readAliases();
const imports = files.flatMap((file) => importsOf(file, aliases));
const texts = textFiles();
const surroundings = {
  exists: (path: string) => existsSync(join(ROOT, path)),
  commands: Object.keys(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts),
};

/** The long ones first, so that the short ones fill the gaps. */
const checks: Check[] = [
  { name: "generated files are fresh", run: () => script("tools/gen/gen.ts", "--verify") },
  { name: "lint", run: () => program("oxlint", "--format=unix", "--deny-warnings") },
  { name: "types", run: () => program("tsc", "-p", "tsconfig.json") },
  { name: "types of the web", run: () => program("tsc", "-p", "web/tsconfig.json") },
  { name: "unused code", run: () => program("knip", "--no-progress") },
  { name: "format", run: () => program("biome", "check", "--diagnostic-level=warn") },
  { name: "SQL", run: () => program("squawk", "--reporter=gcc", "db/migrations/*.sql") },
  { name: "walls", run: async () => wallBreaches(imports, await modules()) },
  { name: "tables of others", run: async () => touchedTables(files, await modules()) },
  { name: "import cycles", run: async () => findCycles(imports) },
  { name: "ambient state", run: async () => ambientState(files) },
  { name: "sizes", run: async () => oversizedFiles(files) },
  { name: "licences", run: async () => unfitLicences(installedPackages()) },
  { name: "nothing of one machine", run: async () => unportable(texts) },
  { name: "documents", run: async () => brokenPromises(texts.filter(isDocument), surroundings) },
];

function isDocument({ path }: { path: string }): boolean {
  return path.endsWith(".md") || path === "llms.txt";
}

/** Loaded late: a module that cannot be loaded fails one check, not all. */
async function modules() {
  const { allModules } = await import("../../server/src/modules/all-modules.ts");
  return allModules;
}

async function perform({ name, run }: Check): Promise<void> {
  const startedAt = performance.now();
  const wrong = await run().catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${wrong.length === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)\n`);
  for (const sentence of wrong) process.stdout.write(`${sentence.replaceAll(/^/gm, "     ")}\n`);
  if (wrong.length > 0) process.exitCode = 1;
}

process.on("disconnect", endPrograms);
process.channel?.unref();
for (const signal of ["SIGTERM", "SIGHUP", "SIGINT"] as const)
  process.on(signal, () => {
    endPrograms();
    process.exit(1);
  });

await inParallel(
  checks.map((check) => () => perform(check)),
  Math.max(2, availableParallelism()),
);
