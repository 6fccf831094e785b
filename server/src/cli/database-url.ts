import { Command } from "commander";
import { readConfiguration } from "../platform/config/configuration.ts";
import { findRunningPostgres } from "../platform/embedded-postgres/index.ts";
import { ROOT } from "../start/run.ts";

export const databaseUrlCommand = new Command("database-url")
  .description("print the address of the running database, for psql and other tools")
  .action(() => {
    const config = readConfiguration(process.env, ROOT);
    if (config.database.ownerUrl !== null) return void process.stdout.write(`${config.database.ownerUrl}\n`);
    const running = findRunningPostgres(config.dataDirectory);
    if (running === null) throw new Error("The included database does not run. Start it with: npm start");
    const { host, port, user, database } = running;
    process.stdout.write(`postgresql:///${database}?host=${encodeURIComponent(host)}&port=${port}&user=${user}\n`);
  });
