import { Command } from "commander";
import { seedDemo } from "../demo/seed.ts";
import { withHouse } from "./with-house.ts";

export const seedCommand = new Command("seed")
  .description("bring the demo business and its people into the database; does nothing when they are there")
  .action(() =>
    withHouse(async (house) => {
      await seedDemo(house.ports);
      process.stdout.write("The demo business is there.\n");
    }),
  );
