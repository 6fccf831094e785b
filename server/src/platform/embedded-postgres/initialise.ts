import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Places } from "./places.ts";
import { runProgram } from "./run-program.ts";
import { settingsFile } from "./settings.ts";

const majorVersion = "18";
const settingsName = "nmc.conf";

/** The role that owns everything in an included PostgreSQL. */
export const ownerRole = "nevermisscall";

/**
 * Makes sure that the cluster exists, creating it where needed, and writes the settings for the next start. A new
 * cluster is made aside and renamed, so what is there under its name is whole.
 */
export async function initialise(places: Places, options: { durable: boolean }): Promise<void> {
  removeHalfDone(places.cluster);
  if (existsSync(places.cluster)) assertUsable(places.cluster);
  else await createCluster(places, options);
  const settings = join(places.cluster, settingsName);
  writeFileSync(`${settings}.new`, settingsFile({ sockets: places.sockets, durable: options.durable }));
  renameSync(`${settings}.new`, settings);
}

/** Also removes an empty folder under the cluster's own name, such as a fresh volume. */
function removeHalfDone(cluster: string): void {
  const around = dirname(cluster);
  for (const name of readdirSync(around)) {
    if (name.startsWith(`${basename(cluster)}.new-`)) rmSync(join(around, name), { recursive: true });
  }
  if (existsSync(cluster) && readdirSync(cluster).length === 0) rmdirSync(cluster);
}

function assertUsable(cluster: string): void {
  const versionFile = join(cluster, "PG_VERSION");
  if (!existsSync(versionFile)) {
    throw new Error(
      `${cluster} is not a PostgreSQL data directory: move it away, or set NMC_DATA_DIR to another folder.`,
    );
  }
  const version = readFileSync(versionFile, "utf8").trim();
  if (version !== majorVersion) {
    throw new Error(
      `${cluster} was made by PostgreSQL ${version} and the included one is ${majorVersion}: restore a backup into a new NMC_DATA_DIR, or set DATABASE_URL.`,
    );
  }
}

/** The built-in C.UTF-8 locale keeps sort order independent of the machine, so a cluster can move between systems. */
async function createCluster({ binaries, cluster, account }: Places, { durable }: { durable: boolean }): Promise<void> {
  const workshop = mkdtempSync(`${cluster}.new-`);
  if (account) chownSync(workshop, account.uid, account.gid);
  await runProgram(
    join(binaries, "bin", "initdb"),
    [
      `--pgdata=${workshop}`,
      `--username=${ownerRole}`,
      "--auth-local=trust",
      "--auth-host=reject",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
      ...(durable ? [] : ["--no-sync"]),
    ],
    account,
  );
  appendFileSync(join(workshop, "postgresql.conf"), `\ninclude = '${settingsName}'\n`);
  renameSync(workshop, cluster);
}
