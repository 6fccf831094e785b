import type { Ring } from "../bell.ts";

/** The channel on which the engine itself listens for new jobs, and the count by which it wakes as many hands. */
export const JOBS: Ring = { channel: "jobs:insert", payload: (times) => JSON.stringify({ count: times }) };
