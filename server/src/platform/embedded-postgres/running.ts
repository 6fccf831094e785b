import { join } from "node:path";
import { type Connection, connectionThrough } from "./connection.ts";
import { livingPostmaster } from "./pid-file.ts";

/** How to reach the included PostgreSQL of a data directory while it runs, or null when it does not. */
export function findRunningPostgres(dataDirectory: string): Connection | null {
  const postmaster = livingPostmaster(join(dataDirectory, "postgres"));
  return postmaster?.sockets && postmaster.status === "ready" ? connectionThrough(postmaster.sockets) : null;
}
