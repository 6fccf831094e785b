import { chmodSync, chownSync, lstatSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "./account.ts";

/** Linux refuses longer socket paths (108 bytes with the closing zero), macOS from 104 on: unix(7), unix(4). */
const longestSocketPath = 103;
/** `/.s.PGSQL.5432.lock` */
const longestFileName = 19;

/**
 * Creates a private folder (0700) for the sockets of the cluster called `name`, with a path short enough for one: in
 * the per-login folder of the XDG Base Directory Specification where there is one, else in /tmp. Others can write
 * there, hence the check who owns it.
 */
export function socketFolder(name: string, account: Account | undefined): string {
  const uid = account?.uid ?? process.getuid?.() ?? 0;
  const folder = join(loginFolder(account) ?? "/tmp", `nmc-${uid}-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stats = lstatSync(folder);
  if (!stats.isDirectory() || (stats.uid !== uid && stats.uid !== process.getuid?.())) {
    throw new Error(`${folder} belongs to somebody else: remove it, or set XDG_RUNTIME_DIR to a folder of your own.`);
  }
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  return folder;
}

function loginFolder(account: Account | undefined): string | undefined {
  const folder = process.env.XDG_RUNTIME_DIR;
  if (account || !folder) return undefined;
  if (Buffer.byteLength(join(folder, "nmc-4294967295-0123456789")) + longestFileName > longestSocketPath)
    return undefined;
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats?.isDirectory() && stats.uid === process.getuid?.() ? folder : undefined;
}
