import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{server,simulator,scripts,tools,rig,bench,proof,web}/**/*.test.{ts,tsx}"],
    globalSetup: ["server/test/kit/cluster.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
  },
});
