import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { runQuietly } from "./child.mjs";
import { root } from "./places.mjs";
import { excerpt, problem } from "./problem.mjs";
import { withProgress } from "./progress.mjs";

const webFolder = join(root, "web");
const builtFolder = join(webFolder, "dist");
const stampFile = join(builtFolder, ".sources");
const workshop = join(root, ".cache", "web");
const notSources = new Set(["dist", "node_modules", "e2e", "test-results"]);

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !notSources.has(entry.name) && !entry.name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? sourceFiles(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function sourcesHash() {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const file of sourceFiles(webFolder)) hash.update(`\0${relative(webFolder, file)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

/** True when there is nothing to build: no web application in this clone, or the built one is of these very sources. */
export function webReady() {
  if (!existsSync(join(webFolder, "vite.config.ts")) || !existsSync(join(webFolder, "index.html"))) return true;
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === sourcesHash();
}

async function build(node) {
  const sources = sourcesHash();
  const vite = createRequire(join(webFolder, "package.json"))
    .resolve("vite/package.json")
    .replace(/package\.json$/, "bin/vite.js");
  const args = [vite, "build", "--outDir", workshop, "--emptyOutDir", "--logLevel", "warn"];
  const { code, output } = await runQuietly(node, args, {
    cwd: webFolder,
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (code !== 0) throw problem("The web application could not be built; mend what it says below.", excerpt(output));
  return sources;
}

/** Builds the web application beside the one in use and then changes them over, so a browser never meets half of one. */
export async function buildWeb(node) {
  const sources = await withProgress("Building the web application", () => build(node));
  writeFileSync(join(workshop, ".sources"), sources);
  rmSync(builtFolder, { recursive: true, force: true });
  renameSync(workshop, builtFolder);
}
