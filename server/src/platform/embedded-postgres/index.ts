export { findRunningPostgres } from "./running.ts";
export { startEmbeddedPostgres, stopLeftoverPostgres } from "./start.ts";
export { startThrowawayPostgres } from "./throwaway.ts";
