import { Command } from "commander";
import { seedDemo } from "../demo/seed.ts";
import { systemClock } from "../platform/clock.ts";
import { migrateUp } from "../platform/database/migrate.ts";
import { withDatabase } from "./with-database.ts";

export const seedCommand = new Command("seed")
  .description("bring the demo business and its people into an empty database; does nothing when there is any business")
  .action(() =>
    withDatabase(async ({ address, secret }) => {
      await migrateUp(address);
      await seedDemo({ database: address, secret, now: systemClock.now() });
      process.stdout.write("The demo business is there.\n");
    }),
  );
