import { Command } from "commander";
import { migrateDown, migrateUp, migrationStatus } from "../platform/database/migrate.ts";
import { printTable } from "./print.ts";
import { withDatabase } from "./with-database.ts";

export const migrateCommand = new Command("migrate").description("bring the database's schema up to date, or back");

migrateCommand
  .command("up", { isDefault: true })
  .description("apply every waiting migration")
  .action(() =>
    withDatabase(async ({ address }) => {
      const names = await migrateUp(address);
      process.stdout.write(
        names.length === 0 ? "The schema is up to date.\n" : `Applied:\n${names.map((name) => `  ${name}\n`).join("")}`,
      );
    }),
  );

migrateCommand
  .command("down")
  .description("take back the newest migration")
  .option("--all", "take back every migration: this deletes all data")
  .option("--yes", "do not ask for --yes")
  .action((options: { all?: boolean; yes?: boolean }) =>
    withDatabase(async ({ address }) => {
      if (options.yes !== true) throw new Error("Taking migrations back deletes data. Say --yes if you mean it.");
      const names = await migrateDown(address, options.all === true);
      process.stdout.write(`Taken back:\n${names.map((name) => `  ${name}\n`).join("")}`);
    }),
  );

migrateCommand
  .command("status")
  .description("list the migrations and whether they are applied")
  .option("--json", "one JSON object a line")
  .action((options: { json?: boolean }) =>
    withDatabase(async ({ address }) => printTable(await migrationStatus(address), options.json === true)),
  );

migrateCommand
  .command("verify")
  .description("fail when an applied migration was changed, is unknown or is waiting")
  .action(() =>
    withDatabase(async ({ address }) => {
      const off = (await migrationStatus(address)).filter((row) => row.state !== "applied");
      if (off.length === 0) return void process.stdout.write("Every migration is applied and unchanged.\n");
      throw new Error(off.map((row) => `${row.name} is ${row.state}.`).join("\n"));
    }),
  );
