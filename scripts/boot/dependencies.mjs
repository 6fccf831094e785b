import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { missingPlatformPackages } from "./completeness.mjs";
import { root, runtimeFolder } from "./places.mjs";
import { problem } from "./problem.mjs";
import { withProgress } from "./progress.mjs";
import { installFromRegistry } from "./registry.mjs";

/** Smallest first: each level contains the ones before it. `undefined` workspaces mean all of them and the root. */
const levels = [
  { name: "start", workspaces: ["server", "web", "simulator"] },
  { name: "test", workspaces: undefined },
];

const modulesFolder = join(root, "node_modules");
const stampFile = join(modulesFolder, ".nevermisscall.json");
/** Present from before npm touches a file until it has finished: what it left behind is then not to be trusted. */
const unfinishedFile = join(runtimeFolder, "unfinished-installation");

const rank = (name) => levels.findIndex((level) => level.name === name);

function lockedState() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  return { platform: `${process.platform}-${process.arch}`, lock };
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"));
  } catch {
    return undefined;
  }
}

/** True when everything the level needs is installed for this platform and this lock file. */
export function dependenciesReady(level) {
  if (existsSync(unfinishedFile)) return false;
  const stamp = readStamp();
  const { platform, lock } = lockedState();
  return stamp?.platform === platform && stamp.lock === lock && rank(stamp.level) >= rank(level);
}

/**
 * Installs what the level needs. A tree that is already there is only added to, so that a running application keeps
 * its files; it is built anew after an interrupted installation or on another platform.
 */
export async function installDependencies(node, wanted) {
  const stamp = readStamp();
  const level = levels[Math.max(rank(wanted), rank(stamp?.level))];
  const foreign = stamp !== undefined && stamp.platform !== lockedState().platform;
  const clean = !existsSync(modulesFolder) || existsSync(unfinishedFile) || foreign;

  mkdirSync(runtimeFolder, { recursive: true });
  writeFileSync(unfinishedFile, "");
  const missing = () => missingPlatformPackages(root);
  const options = { clean, workspaces: level.workspaces, cwd: root, missing };
  let left;
  try {
    left = await withProgress(`Installing the packages to ${level.name}`, () => installFromRegistry(node, options));
  } catch (error) {
    // npm puts back what it was adding to; what it was building anew is incomplete.
    if (!clean) rmSync(unfinishedFile);
    throw error;
  }
  if (left.length > 0) {
    throw problem(`npm left out ${left.join(", ")}, probably because the registry did not answer: try again.`);
  }
  writeFileSync(stampFile, JSON.stringify({ ...lockedState(), level: level.name }));
  rmSync(unfinishedFile);
}
