import { ownerRole } from "./initialise.ts";

/** How to reach the included PostgreSQL; fits the configuration of `pg`. `host` is the folder of its Unix socket. */
export type Connection = { host: string; port: number; user: string; database: string };

/** The connection through a socket folder. */
export function connectionThrough(sockets: string): Connection {
  return { host: sockets, port: 5432, user: ownerRole, database: "nevermisscall" };
}

/** The same for `pg`, psql and everything else: https://www.postgresql.org/docs/18/libpq-connect.html#LIBPQ-CONNSTRING-URIS. */
export function connectionUrl({ host, port, user, database }: Connection): string {
  const parameters = new URLSearchParams({ host, port: String(port), user });
  return `postgresql:///${database}?${parameters.toString()}`;
}
