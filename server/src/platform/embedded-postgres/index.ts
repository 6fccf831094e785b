export type { Connection, EmbeddedPostgres, EmbeddedPostgresOptions } from "./start.ts";
export { startEmbeddedPostgres, stopLeftoverPostgres } from "./start.ts";
export { startThrowawayPostgres } from "./throwaway.ts";
