import { existsSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

/** A file system in memory, where Linux has one. */
export const memoryFolder = "/dev/shm";
const plentyBytes = 4 * 1024 ** 3;

/**
 * Where throw-away clusters go. Every new database is hundreds of small files, which memory takes several times faster
 * than most disks; where there is little of it, the usual temporary folder.
 */
export function roomyTemporaryFolder(): string {
  if (!existsSync(memoryFolder)) return tmpdir();
  const { bavail, bsize } = statfsSync(memoryFolder);
  return bavail * bsize > plentyBytes ? memoryFolder : tmpdir();
}
