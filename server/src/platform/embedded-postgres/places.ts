import { createHash } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Account, canReach, postgresAccount } from "./account.ts";
import { createSymlinks, installedBinaries, sharedBinaries } from "./binaries.ts";
import { socketFolder } from "./sockets.ts";

/** Where everything of one PostgreSQL lies, and who runs it. */
export type Places = {
  /** Holds `bin`, `lib` and `share`. */
  binaries: string;
  /** PostgreSQL's own data directory; the folder around it exists, itself it may not yet. */
  cluster: string;
  /** Private folder (0700) for the Unix socket, which is the only way in. */
  sockets: string;
  logFile: string;
  /** Undefined: our own. */
  account: Account | undefined;
};

/**
 * Decides where the PostgreSQL of a data directory lives and creates the folders around it. `dataDirectory` is a real
 * path that exists. Normally all is inside it and in the npm package. Where root starts in a folder that PostgreSQL's
 * account cannot enter (such as /root), cluster and binaries live in `systemFolder`, and a symbolic link in the data
 * directory leads there.
 */
export function findPlaces(dataDirectory: string, systemFolder = "/var/lib/nevermisscall"): Places {
  const installed = installedBinaries();
  createSymlinks(installed);
  const account = postgresAccount(join(dataDirectory, "postgres"));
  const cluster = clusterFolder(dataDirectory, account, systemFolder);
  const runnable = !account || canReach(join(installed, "bin", "postgres"), account, 5);
  return {
    binaries: runnable ? installed : sharedBinaries(installed, systemFolder),
    cluster,
    sockets: socketFolder(createHash("sha256").update(cluster).digest("hex").slice(0, 10), account),
    logFile: join(dirname(cluster), "postgres.log"),
    account,
  };
}

function clusterFolder(dataDirectory: string, account: Account | undefined, systemFolder: string): string {
  const here = join(dataDirectory, "postgres");
  const entry = lstatSync(here, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink()) return resolve(dataDirectory, readlinkSync(here));
  if (entry || !account || canReach(dataDirectory, account, 1)) return here;
  mkdirSync(systemFolder, { recursive: true });
  const elsewhere = mkdtempSync(join(systemFolder, "data-"));
  // Set afterwards, since what is asked of mkdir is narrowed by the umask.
  for (const folder of [systemFolder, elsewhere]) chmodSync(folder, 0o755);
  symlinkSync(join(elsewhere, "postgres"), here);
  return join(elsewhere, "postgres");
}
