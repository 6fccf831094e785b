import { Command } from "commander";
import { runServer } from "../start/run.ts";

export const startCommand = new Command("start")
  .description("bring everything up: database, carrier simulator, server, web page")
  .action(() => runServer());
