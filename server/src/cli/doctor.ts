import { Command } from "commander";
import { examine } from "../modules/operations/index.ts";
import { withHouse } from "./with-house.ts";

export const doctorCommand = new Command("doctor")
  .description("check every promise about the data; exit code 1 when one is broken")
  .option("--json", "one JSON object for each invariant")
  .action((options: { json?: boolean }) =>
    withHouse(async (house) => {
      const findings = await examine(house.ports, house.modules);
      for (const { id, sentence, breaches } of findings) {
        if (options.json === true) process.stdout.write(`${JSON.stringify({ id, sentence, breaches })}\n`);
        else
          process.stdout.write(
            `${breaches.length === 0 ? "ok  " : "FAIL"} ${id.padEnd(4)} ${sentence}\n${breaches.map((breach) => `       ${breach}\n`).join("")}`,
          );
      }
      if (findings.some((finding) => finding.breaches.length > 0)) process.exitCode = 1;
    }),
  );
