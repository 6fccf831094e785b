import type { Configuration } from "../platform/config/configuration.ts";
import type { DatabaseAddress } from "../platform/database/database.ts";
import { addressOf } from "../platform/database/roles.ts";
import { startEmbeddedPostgres } from "../platform/embedded-postgres/index.ts";

export type RunningDatabase = { address: DatabaseAddress; stop(): Promise<void> };

type Log = { info(text: string): void; warn(text: string): void; error(text: string): void };

/** The database of DATABASE_URL, or the embedded one in the data directory, started if it does not run. */
export async function provideDatabase(config: Configuration, secret: Buffer, log: Log): Promise<RunningDatabase> {
  const { ownerUrl, appUrl, platformUrl } = config.database;
  if (ownerUrl !== null) {
    const address = addressOf({ connectionString: ownerUrl }, secret);
    return {
      address: {
        owner: address.owner,
        app: appUrl === null ? address.app : { connectionString: appUrl },
        platform: platformUrl === null ? address.platform : { connectionString: platformUrl },
      },
      stop: async () => undefined,
    };
  }
  const postgres = await startEmbeddedPostgres({ dataDirectory: config.dataDirectory, log });
  return { address: addressOf(postgres.connection, secret), stop: postgres.stop };
}
