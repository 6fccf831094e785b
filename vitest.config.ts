import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{server,simulator,scripts,tools,rig,bench,proof,web}/**/*.test.{ts,tsx}"],
    globalSetup: ["server/test/kit/cluster.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    // By itself it leaves one processor to its own process, which has little to do.
    maxWorkers: availableParallelism(),
  },
});
