import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { oversizedFiles } from "./sizes.ts";
import { ROOT, sourceFiles } from "./source-files.ts";
import { wallBreaches } from "./walls.ts";

/** A check: a name and what is wrong, empty when nothing is. */
type Check = { name: string; run(): string };

const program = (name: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(join(ROOT, "node_modules/.bin", name), args, {
    cwd: ROOT,
    encoding: "utf8",
  });
  return status === 0 ? "" : `${stdout}${stderr}`.trim() || `${name} ended with ${status}`;
};
const script = (path: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, path), ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return status === 0 ? "" : `${stdout}${stderr}`.trim();
};

const files = sourceFiles();
const checks: Check[] = [
  { name: "format", run: () => program("biome", "check", "--diagnostic-level=warn") },
  { name: "types", run: () => program("tsc", "-p", "tsconfig.json") },
  { name: "types of the web", run: () => program("tsc", "-p", "web/tsconfig.json") },
  { name: "lint", run: () => program("oxlint", "--quiet", "--type-aware") },
  { name: "walls", run: () => wallBreaches(files).join("\n") },
  { name: "sizes", run: () => oversizedFiles(files).join("\n") },
  { name: "unused code", run: () => program("knip") },
  { name: "generated files", run: () => script("tools/gen/gen.ts", "--verify") },
];

let failed = false;
for (const { name, run } of checks) {
  const startedAt = performance.now();
  const wrong = run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${wrong === "" ? "ok  " : "FAIL"} ${name} (${seconds} s)\n`);
  if (wrong !== "") process.stdout.write(`${wrong.replaceAll(/^/gm, "     ")}\n`);
  failed ||= wrong !== "";
}
process.exitCode = failed ? 1 : 0;
