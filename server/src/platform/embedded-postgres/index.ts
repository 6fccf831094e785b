export { type Connection, connectionUrl } from "./connection.ts";
export { findRunningPostgres } from "./running.ts";
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from "./start.ts";
export { startEmbeddedPostgres, stopLeftoverPostgres } from "./start.ts";
export { startThrowawayPostgres } from "./throwaway.ts";
