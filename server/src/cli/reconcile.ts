import { Command, InvalidArgumentError } from "commander";
import type { House } from "../compose.ts";
import { type Comparison, reconcile } from "../modules/intake/index.ts";
import type { Configuration } from "../platform/config/configuration.ts";
import { printTable } from "./print.ts";
import { withHouse } from "./with-house.ts";

type Options = { since?: Temporal.Instant; json?: boolean };

export const reconcileCommand = new Command("reconcile")
  .description("compare the carrier's calls and texts with ours now, and put right what webhooks did not tell")
  .option(
    "--since <moment>",
    "look further back than usual: a day (2026-03-01) or a moment (2026-03-01T08:00:00Z)",
    moment,
  )
  .option("--json", "one JSON object a line")
  .addHelpText(
    "after",
    "\nWhat is found takes the way of the webhooks: the running server receives it at once, or when it starts.\n\nExample:\n  nmc reconcile --since 2026-03-01",
  )
  .action((options: Options) =>
    withHouse(async (house) => {
      requireCarrier(house.ports.config);
      const rows = await compareAll(house, options.since);
      if (rows.length === 0) throw new Error("No business has a number at a carrier yet: there is nothing to compare.");
      if (options.json === true) for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
      else printTable(rows.map(inWords), false);
      if (rows.some(({ error }) => error !== null)) process.exitCode = 1;
    }),
  );

/** A day is meant as it begins in UTC. */
function moment(written: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(/^\d{4}-\d{2}-\d{2}$/.test(written) ? `${written}T00:00Z` : written);
  } catch {
    throw new InvalidArgumentError(
      "It is neither a day (2026-03-01) nor a moment with its offset (2026-03-01T08:00:00Z).",
    );
  }
}

/** The built-in simulator lives in the server's process, on a port that only that process knows. */
function requireCarrier({ carrier }: Configuration): void {
  if (carrier.kind === "twilio" || carrier.url !== null) return;
  throw new Error(
    "The simulated carrier is inside the running server, which compares by itself every few minutes. To do it from here, set NMC_TELEPHONY_URL to the simulator's address.",
  );
}

async function compareAll({ ports }: House, since?: Temporal.Instant) {
  const tenants = await ports.database.platform
    .selectFrom("tenants")
    .select(["id", "business_name"])
    .orderBy("id")
    .execute();
  const rows: Row[] = [];
  for (const { id, business_name } of tenants) {
    const comparisons = await reconcile(ports, id, since === undefined ? {} : { since });
    rows.push(...comparisons.map(({ state }) => rowOf(business_name, state)));
  }
  return rows;
}

type Row = ReturnType<typeof rowOf>;

function rowOf(business: string, state: Comparison["state"]) {
  return {
    business,
    list: state.resource,
    since: state.window_from?.toString({ smallestUnit: "second" }) ?? null,
    at_carrier: state.at_carrier,
    here: state.here,
    repaired: state.repaired,
    undecided: state.undecided,
    error: state.error,
  };
}

function inWords(row: Row): Record<string, string | null> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]));
}
