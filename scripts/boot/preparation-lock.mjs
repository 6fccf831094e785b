import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runtimeFolder } from "./places.mjs";
import { startTime } from "./processes.mjs";
import { withProgress } from "./progress.mjs";

const lockFile = join(runtimeFolder, "preparing");
const pollMs = 200;

/** A process id alone is not a name, since ids are used again; with the time it began it is. */
const ownName = () => `${process.pid} ${startTime(process.pid)}`;

function tryAcquire() {
  try {
    writeFileSync(lockFile, ownName(), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function readOwner() {
  try {
    return readFileSync(lockFile, "utf8");
  } catch {
    return undefined;
  }
}

function isDead(owner) {
  const [pid, began] = owner.split(" ");
  return startTime(Number(pid)) !== began;
}

/** Takes a dead owner's lock out of the way. Renaming first: of two who see the same dead owner, one gets the file. */
function clearAway(owner) {
  const aside = `${lockFile}.${process.pid}`;
  try {
    renameSync(lockFile, aside);
    if (readFileSync(aside, "utf8") !== owner) renameSync(aside, lockFile);
    else rmSync(aside);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

async function waitForTurn() {
  let emptySince;
  while (!tryAcquire()) {
    const owner = readOwner();
    if (owner === "") emptySince ??= Date.now();
    const abandoned = owner === "" ? Date.now() - emptySince > 2_000 : owner !== undefined && isDead(owner);
    if (abandoned) clearAway(owner);
    else await pause(pollMs);
  }
}

/** Runs `work` while no other boot script prepares the same clone. The lock of a dead process does not count. */
export async function alone(work) {
  mkdirSync(runtimeFolder, { recursive: true });
  await withProgress("Waiting for another start of this folder to finish preparing it", waitForTurn);
  try {
    return await work();
  } finally {
    if (readOwner() === ownName()) rmSync(lockFile, { force: true });
  }
}
