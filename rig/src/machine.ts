import { statfsSync } from "node:fs";
import { availableParallelism, cpus, type as system, tmpdir, totalmem } from "node:os";

/** Linux: include/uapi/linux/magic.h */
const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  0xef53: "ext4",
  0x58465342: "XFS",
  0x9123683e: "Btrfs",
  0x794c7630: "overlayfs",
  0x01021994: "memory (tmpfs): nothing here is durable",
};

/** Today and the machine: "on 2026-03-03: 2 cores of …, 8 GB, Linux, ext4; Node.js 26.1.0". */
export function describeMachine(): string {
  const { model = "unknown processor" } = cpus()[0] ?? {};
  const memoryGb = Math.round(totalmem() / 1024 ** 3);
  const disk = FILE_SYSTEMS[statfsSync(tmpdir()).type] ?? "unknown file system";
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${availableParallelism()} cores of ${model.trim()}, ${memoryGb} GB, ${system()}, ${disk}`;
  return `on ${day}: ${machine}; Node.js ${process.versions.node}`;
}
