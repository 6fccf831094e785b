import { statfsSync } from "node:fs";
import { availableParallelism, cpus, type as system, tmpdir, totalmem } from "node:os";
import type { PoolConfig } from "pg";
import { askOnce } from "../ground/ask-once.ts";

/** Linux: include/uapi/linux/magic.h */
const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  0xef53: "ext4",
  0x58465342: "XFS",
  0x9123683e: "Btrfs",
  0x794c7630: "overlayfs",
  0x01021994: "memory (tmpfs): nothing here is durable",
};

/** Where and when something was measured, as the last paragraph of its section. */
export async function describeCircumstances(postgres: PoolConfig, name: string, rounds: number): Promise<string> {
  const { model = "unknown processor" } = cpus()[0] ?? {};
  const memoryGb = Math.round(totalmem() / 1024 ** 3);
  const disk = FILE_SYSTEMS[statfsSync(tmpdir()).type] ?? "unknown file system";
  const day = new Date().toISOString().slice(0, 10);
  const version = await askOnce<{ server_version: string }>(postgres, "show server_version");
  return [
    `Measured on ${day}: ${availableParallelism()} cores of ${model.trim()}, ${memoryGb} GB, ${system()}, ${disk}`,
    `Node.js ${process.versions.node}, PostgreSQL ${version?.server_version ?? "unknown"}`,
    `medians of ${rounds} rounds (lowest to highest): \`npm run bench -- ${name} --rounds=${rounds}\`.`,
  ].join("; ");
}
