import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { ownerRole } from "./initialise.ts";
import { livingPostmaster } from "./pid-file.ts";
import type { Connection } from "./start.ts";

/** How to reach the included PostgreSQL of a data directory while it runs, or null when it does not. */
export function findRunningPostgres(dataDirectory: string): Connection | null {
  const cluster = join(dataDirectory, "postgres");
  if (!existsSync(cluster)) return null;
  const postmaster = livingPostmaster(realpathSync(cluster));
  if (postmaster?.sockets === undefined || postmaster.status !== "ready") return null;
  return { host: postmaster.sockets, port: 5432, user: ownerRole, database: "nevermisscall" };
}
