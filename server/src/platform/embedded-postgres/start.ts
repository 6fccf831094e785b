import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { type Connection, connectionThrough, connectionUrl } from "./connection.ts";
import { createDatabase } from "./create-database.ts";
import { initialise } from "./initialise.ts";
import { livingPostmaster } from "./pid-file.ts";
import { findPlaces } from "./places.ts";
import { adoptOrStart, endPostmaster } from "./postmaster.ts";
import { type Log, supervise } from "./supervise.ts";

export type EmbeddedPostgres = {
  /** The same as `connection`, as a connection string. */
  url: string;
  /** The owner, a superuser: for migrations. */
  connection: Connection;
  /** Ends PostgreSQL and resolves when it has ended. */
  stop: () => Promise<void>;
};

export type EmbeddedPostgresOptions = {
  /** Absolute; created if missing. One process at a time: hold the instance claim of this folder. */
  dataDirectory: string;
  log: Log;
  /** Called each time PostgreSQL ended without being asked to; it is started again within a second. */
  onExit?: () => void;
  /** False for throw-away clusters only: gives up surviving a power failure for speed. */
  durable?: boolean;
};

/**
 * Runs the PostgreSQL that npm installed, with its data in `dataDirectory`: creates the cluster the first time, adopts
 * a server that outlived its application, and keeps it running until stopped. Throws a sentence for people, with
 * PostgreSQL's own words where it has any, when that is impossible.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDirectory, log, onExit = () => {}, durable = true } = options;
  mkdirSync(dataDirectory, { recursive: true });
  const places = findPlaces(realpathSync(dataDirectory));
  if (!livingPostmaster(places.cluster)) await initialise(places, { durable });
  const postmaster = await adoptOrStart(places, (sentence) => log.info(sentence));
  const end = supervise(postmaster, { places: { ...places, sockets: postmaster.sockets }, log, onExit });
  const connection = connectionThrough(postmaster.sockets);
  try {
    await createDatabase(connection);
  } catch (error) {
    await end();
    throw error;
  }
  return { url: connectionUrl(connection), connection, stop: end };
}

/** Ends the PostgreSQL of a data directory that no application looks after any more. True when there was one. */
export async function stopLeftoverPostgres(dataDirectory: string): Promise<boolean> {
  const left = livingPostmaster(join(dataDirectory, "postgres"));
  if (left) await endPostmaster(left);
  return left !== undefined;
}
