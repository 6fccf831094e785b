import { type Configuration, readConfiguration } from "../platform/config/configuration.ts";
import { installationSecret } from "../platform/config/installation-secret.ts";
import type { DatabaseAddress } from "../platform/database/database.ts";
import { addressOf } from "../platform/database/roles.ts";
import { findRunningPostgres } from "../platform/embedded-postgres/index.ts";
import { claimInstance } from "../platform/instance/index.ts";
import { provideDatabase } from "../start/database.ts";
import { ROOT } from "../start/run.ts";

/** The installation as a command finds it. */
export type Installation = { config: Configuration; secret: Buffer; address: DatabaseAddress };

/** Gives a command the installation's database: the one that runs, or the included one started for the command alone. */
export async function withDatabase<Result>(work: (installation: Installation) => Promise<Result>): Promise<Result> {
  const config = readConfiguration(process.env, ROOT);
  const secret = installationSecret(config);
  const running = config.database.ownerUrl === null ? findRunningPostgres(config.dataDirectory) : null;
  if (running !== null) return work({ config, secret, address: addressOf(running, secret) });
  const claim = claimInstance(config.dataDirectory);
  const quiet = () => undefined;
  const database = await provideDatabase(config, secret, { info: quiet, warn: quiet, error: quiet });
  try {
    return await work({ config, secret, address: database.address });
  } finally {
    await database.stop();
    claim.release();
  }
}
