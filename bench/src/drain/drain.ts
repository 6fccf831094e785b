import { join } from "node:path";
import { askOnce } from "../../../rig/src/ask-once.ts";
import { startCompanion } from "../../../rig/src/companion.ts";
import { withSpread } from "../../../rig/src/report/figures.ts";
import type { Section } from "../../../rig/src/report/section.ts";
import { ratios, summarise } from "../../../rig/src/statistics.ts";
import { openTown, type Town } from "../../../rig/src/town.ts";
import type { Scratch } from "../../../server/src/simulation/scratch-database.ts";
import type { Bench, Benchmark } from "../benchmark.ts";
import { fillInbox, WEBHOOKS_A_CALL } from "./backlog.ts";
import type { NoOpOrder } from "./companions/no-op-jobs.ts";

export const drain: Benchmark = {
  name: "drain",
  purpose: "stored webhooks routed, appended, folded and announced, against graphile-worker's jobs that do nothing",
  run: runDrain,
};

const BUSINESSES = 50;
const WARM_UP_CALLS = 200;
const CALLS = 2_000;
const JOBS = 20_000;

async function runDrain({ scratch, rounds, say }: Bench): Promise<Section> {
  const events: number[] = [];
  const jobs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    say(`drain: round ${round + 1} of ${rounds}, the inbox`);
    events.push(await measureInbox(scratch));
    say(`drain: round ${round + 1} of ${rounds}, jobs that do nothing`);
    jobs.push(await measureJobs(scratch));
  }
  return {
    name: "drain",
    method: METHOD,
    tables: [
      {
        head: ["", "a second"],
        rows: [
          ["webhooks drained into the ledger", withSpread(summarise(events))],
          ["graphile-worker, jobs that do nothing", withSpread(summarise(jobs))],
        ],
      },
      {
        head: ["", "ratio", "to reach"],
        rows: [
          ["P4: drain, against jobs that do nothing", withSpread(summarise(ratios(events, jobs))), "at least 1.0"],
        ],
      },
    ],
  };
}

const METHOD = `The front door has accepted ${(CALLS * WEBHOOKS_A_CALL).toLocaleString("en-US")} webhooks about ${CALLS.toLocaleString("en-US")} missed calls of ${BUSINESSES} businesses, ${WEBHOOKS_A_CALL} a call, those of 50 calls at a time mixed, while nobody drained. Then a worker process starts and receives them all: each is routed to its business, appended to the ledger, folded into its call with everybody who took part, and the calls' start, miss and end are announced; who would act on the announcements is not there. The peer is graphile-worker with its default settings on the same database: ${JOBS.toLocaleString("en-US")} jobs that do nothing. Both run in a process of their own, and each is timed from its start of work, after a warm-up.`;

const companion = (name: string) => join(import.meta.dirname, "companions", `${name}.ts`);

/** Webhooks a second. @throws when the ledger does not have them all. */
async function measureInbox(scratch: Scratch): Promise<number> {
  const { address, drop } = await scratch.copy();
  const drainer = startCompanion<Town, number>(companion("drainer"));
  try {
    const town = await openTown(address, scratch.secret, BUSINESSES);
    const warmUp = await fillInbox(town, WARM_UP_CALLS);
    await drainer.ask(town);
    const webhooks = await fillInbox(town, CALLS);
    await askOnce(address.owner, "checkpoint");
    const elapsedMs = await drainer.ask(town);
    const row = await askOnce<{ kept: number }>(address.owner, "select count(*)::int as kept from call_events");
    if (row?.kept !== warmUp + webhooks) throw new Error(`${warmUp + webhooks} webhooks became ${row?.kept} events.`);
    return webhooks / (elapsedMs / 1000);
  } finally {
    await drainer.end();
    await drop();
  }
}

/** Jobs a second. */
async function measureJobs(scratch: Scratch): Promise<number> {
  const { address, drop } = await scratch.copy();
  const worker = startCompanion<NoOpOrder, number>(companion("no-op-jobs"));
  try {
    await worker.ask({ database: address.platform, jobs: JOBS / 10 });
    await askOnce(address.owner, "checkpoint");
    return JOBS / ((await worker.ask({ database: address.platform, jobs: JOBS })) / 1000);
  } finally {
    await worker.end();
    await drop();
  }
}
