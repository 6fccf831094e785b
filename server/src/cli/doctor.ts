import { Command } from "commander";
import { type ComparisonResponse, showComparisons } from "../modules/intake/index.ts";
import { examine } from "../modules/operations/index.ts";
import type { Ports } from "../platform/ports.ts";
import { SYSTEM } from "../platform/scope.ts";
import { withHouse } from "./with-house.ts";

export const doctorCommand = new Command("doctor")
  .description(
    "check every promise about the data; exit code 1 when one is broken. Says when the carrier was last compared",
  )
  .option("--json", "one JSON object for each invariant and each list of the carrier's")
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
      for (const last of await lastComparisons(house.ports)) {
        process.stdout.write(options.json === true ? `${JSON.stringify(last)}\n` : `     ${inWords(last)}\n`);
      }
      if (findings.some((finding) => finding.breaches.length > 0)) process.exitCode = 1;
    }),
  );

type LastComparison = { business: string } & ComparisonResponse;

async function lastComparisons(ports: Ports): Promise<LastComparison[]> {
  const tenants = await ports.database.platform
    .selectFrom("tenants")
    .select(["id", "business_name"])
    .orderBy("id")
    .execute();
  const found: LastComparison[] = [];
  for (const { id, business_name: business } of tenants) {
    const comparisons = await ports.scope(id, SYSTEM, showComparisons);
    found.push(...comparisons.map((comparison) => ({ business, ...comparison })));
  }
  return found;
}

function inWords({
  business,
  resource,
  checked_at,
  at_carrier,
  here,
  repaired,
  undecided,
  error,
}: LastComparison): string {
  const counts = `${at_carrier} at the carrier, ${here} here, ${repaired} repaired, ${undecided} undecided`;
  const when = checked_at === null ? "never compared" : `compared ${checked_at.toString({ smallestUnit: "second" })}`;
  return `${business}, ${resource}: ${counts}, ${when}.${error === null ? "" : ` ${error}`}`;
}
