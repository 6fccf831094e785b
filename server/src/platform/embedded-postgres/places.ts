import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Account, canReach, postgresAccount } from "./account.ts";
import { createSymlinks, installedBinaries } from "./binaries.ts";

/** Where everything of one PostgreSQL lies, and who runs it. */
export type Places = {
  /** Holds `bin`, `lib` and `share`. */
  binaries: string;
  /** PostgreSQL's own data directory. */
  cluster: string;
  /** Private folder (0700) for the Unix socket, which is the only way in. */
  sockets: string;
  logFile: string;
  /** Undefined: our own. */
  account: Account | undefined;
};

/** Where an included PostgreSQL lives that may not live in the clone, because its account cannot get in there. */
const systemFolder = "/var/lib/nevermisscall";

/** Linux refuses longer socket paths (108 bytes with the closing zero), macOS from 104 on: unix(7), unix(4). */
const longestSocketPath = 103;
const socketFile = ".s.PGSQL.5432";

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}

/**
 * Decides where the PostgreSQL of a data directory lives and creates the folders. `dataDirectory` is absolute and
 * exists. Normally the cluster is inside it; started by root in a folder that PostgreSQL's account cannot enter (such
 * as /root), cluster and binaries live under /var/lib/nevermisscall.
 */
export function findPlaces(dataDirectory: string): Places {
  const installed = installedBinaries();
  createSymlinks(installed);
  const here = join(dataDirectory, "postgres");
  const account = postgresAccount(here);
  const binaries =
    account && !canReach(join(installed, "bin", "postgres"), account, 5) ? copyBinaries(installed) : installed;
  const inside = !account || canReach(dataDirectory, account, 1);
  const home = inside ? dataDirectory : join(systemFolder, shortHash(dataDirectory));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const cluster = join(home, "postgres");
  return { binaries, cluster, sockets: socketFolder(cluster, account), logFile: join(home, "postgres.log"), account };
}

/** Copies the binaries to where every account can run them, once a version; renamed into place so never half there. */
function copyBinaries(installed: string): string {
  const version = shortHash(statSync(join(installed, "bin", "postgres")).mtimeMs + installed);
  const target = join(systemFolder, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const workshop = `${target}.${process.pid}`;
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  cpSync(installed, workshop, { recursive: true, verbatimSymlinks: true });
  openToAll(workshop);
  if (existsSync(target)) rmSync(workshop, { recursive: true });
  else renameSync(workshop, target);
  return target;
}

function openToAll(path: string): void {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  chmodSync(path, stats.mode | (stats.isDirectory() || stats.mode & 0o100 ? 0o055 : 0o044));
  if (stats.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

/**
 * A private folder with a path short enough for a socket. The per-login folder of the XDG Base Directory
 * Specification where there is one, else one in /tmp, where others can write: hence the check who owns it.
 */
function socketFolder(cluster: string, account: Account | undefined): string {
  const uid = account?.uid ?? process.getuid?.() ?? 0;
  const folder = join(loginFolder(account) ?? "/tmp", `nmc-${uid}-${shortHash(cluster)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stats = lstatSync(folder);
  const ownedByUs = stats.uid === uid || stats.uid === process.getuid?.();
  if (!stats.isDirectory() || !ownedByUs) {
    throw new Error(`${folder} belongs to somebody else: remove it, or set XDG_RUNTIME_DIR to a folder of your own.`);
  }
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  return folder;
}

function loginFolder(account: Account | undefined): string | undefined {
  const folder = process.env.XDG_RUNTIME_DIR;
  if (
    account ||
    !folder ||
    Buffer.byteLength(join(folder, "nmc-4294967295-0123456789", socketFile)) > longestSocketPath
  ) {
    return undefined;
  }
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats?.isDirectory() && stats.uid === process.getuid?.() ? folder : undefined;
}

/** The folder that holds the cluster and its log. */
export function homeOf(places: Places): string {
  return dirname(places.cluster);
}
