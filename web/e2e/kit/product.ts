import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfiguration } from "../../../server/src/platform/config/configuration.ts";
import { type RunningServer, startServer } from "../../../server/src/start/start.ts";

/** The whole product as `npm start` runs it, demo included, in a folder of its own. */
export async function startProduct(): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), "nmc-e2e-"));
  // The database's own account has to be able to enter it.
  chmodSync(folder, 0o755);
  const config = readConfiguration({ NMC_DATA_DIR: folder, LOG_LEVEL: "error", NMC_DEMO: "true" }, "/");
  const server = await startServer(config, () => undefined);
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
