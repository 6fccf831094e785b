import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** An account of the operating system, by number. */
export type Account = { uid: number; gid: number };

/** Finds an account in the text of a passwd(5) file. */
export function findAccount(passwd: string, name: string): Account | undefined {
  const line = passwd.split("\n").find((entry) => entry.startsWith(`${name}:`));
  const [uid, gid] = line?.split(":").slice(2, 4).map(Number) ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/**
 * The account to run PostgreSQL under, or undefined to run it under our own. PostgreSQL refuses to run as root, so root
 * hands it to whoever owns the cluster already, else to `postgres`, else to `nobody`. `cluster` may not exist yet.
 * Throws a sentence for people when the cluster is somebody else's.
 */
export function postgresAccount(cluster: string): Account | undefined {
  const owner = statSync(cluster, { throwIfNoEntry: false });
  const own = process.getuid?.();
  if (own !== 0) {
    if (owner === undefined || owner.uid === own) return undefined;
    throw new Error(
      `${cluster} belongs to another account, as after a start by root: start as that one, or set NMC_DATA_DIR.`,
    );
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const passwd = readFileSync("/etc/passwd", "utf8");
  const account = findAccount(passwd, "postgres") ?? findAccount(passwd, "nobody");
  if (!account) throw new Error("PostgreSQL does not run as root: start as an ordinary user, or set DATABASE_URL.");
  return account;
}

type Permissions = { uid: number; gid: number; mode: number };

/** Whether permission bits (4 read, 2 write, 1 enter or execute) are granted to the account, groups of groups aside. */
export function grants(file: Permissions, account: Account, bits: number): boolean {
  const shift = file.uid === account.uid ? 6 : file.gid === account.gid ? 3 : 0;
  return ((file.mode >> shift) & bits) === bits;
}

/** Whether the account can reach the existing file or folder and has the permission bits on it. */
export function canReach(path: string, account: Account, bits: number): boolean {
  if (!grants(statSync(path), account, bits)) return false;
  const parent = dirname(path);
  return parent === path || canReach(parent, account, 1);
}
