import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { exitCodes, refusal } from "./refusal.ts";

const aboutSchema = z.object({ pid: z.number().int(), url: z.string().nullable() });

/** What an instance tells about itself. `url` is null until it listens. */
export type About = z.infer<typeof aboutSchema>;

/** The proof of being the only application on a data directory. It ends with the process, however that ends. */
export type InstanceClaim = {
  /** Lets a second start say where the first one is to be found. */
  announce(url: string): void;
  release(): void;
};

/**
 * Claims a data directory, creating it if missing. The claim is a file lock of the operating system (through SQLite,
 * which is what Node.js offers one by): nobody can hold it twice, and nothing stale remains of a killed process.
 * Throws a refusal with exit code 3 when another instance has it.
 */
export function claimInstance(dataDirectory: string): InstanceClaim {
  mkdirSync(dataDirectory, { recursive: true });
  const lock = tryLock(dataDirectory, { patienceMs: 500 });
  if (!lock) {
    const url = readAbout(dataDirectory)?.url;
    throw refusal(`NeverMissCall is already running${url ? ` at ${url}` : ""}.`, exitCodes.alreadyRunning);
  }
  const write = (about: About) => writeFileSync(aboutFile(dataDirectory), JSON.stringify(about), { mode: 0o600 });
  write({ pid: process.pid, url: null });
  return {
    announce: (url) => write({ pid: process.pid, url }),
    release() {
      rmSync(aboutFile(dataDirectory), { force: true });
      lock.close();
    },
  };
}

/** The instance that runs on a data directory, or undefined when none does. */
export function runningInstance(dataDirectory: string): About | undefined {
  const lock = tryLock(dataDirectory);
  lock?.close();
  return lock ? undefined : readAbout(dataDirectory);
}

const aboutFile = (dataDirectory: string) => join(dataDirectory, "instance.json");

/** Patience, because somebody may hold the lock for the blink of an eye just to see whether it is free. */
function tryLock(dataDirectory: string, { patienceMs = 0 } = {}): DatabaseSync | undefined {
  const lock = new DatabaseSync(join(dataDirectory, "instance.lock"), { timeout: patienceMs });
  try {
    lock.exec("begin exclusive");
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && "errcode" in error && error.errcode === sqliteBusy) return undefined;
    throw error;
  }
}

/** SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy. */
const sqliteBusy = 5;

function readAbout(dataDirectory: string): About | undefined {
  try {
    return aboutSchema.parse(JSON.parse(readFileSync(aboutFile(dataDirectory), "utf8")));
  } catch {
    return undefined;
  }
}
