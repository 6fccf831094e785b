import { join } from "node:path";
import { askOnce } from "../../../rig/src/ask-once.ts";
import { startCompanion } from "../../../rig/src/companion.ts";
import { percentile } from "../../../rig/src/statistics.ts";
import { openTown, type Town } from "../../../rig/src/town.ts";
import type { Scratch } from "../../../server/src/simulation/scratch-database.ts";
import type { DriverOrder } from "./companions/driver.ts";
import type { LoadOrder } from "./companions/load.ts";
import { PHASES, type PhaseName, type PhaseResult, runPhases } from "./phases.ts";

export const SUBJECTS = ["front-door", "bare-fastify", "driver"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** One subject in one round. */
export type Measured = {
  perSecond: number;
  busyP50Ms: number;
  busyP99Ms: number;
  idleP50Ms: number;
};

/** Webhooks of one moment are rarely of one business. */
export const BUSINESSES = 50;
/** The driver has as many connections as the bare server's pool: more make it no faster. */
const DRIVER_CONNECTIONS = 8;
const DRIVER_PHASES = {
  ...PHASES,
  warmUp: { ...PHASES.warmUp, atOnce: DRIVER_CONNECTIONS },
  busy: { ...PHASES.busy, atOnce: DRIVER_CONNECTIONS },
};

/**
 * Measures one subject on a new, empty database of its own.
 * @throws when anything acknowledged is missing in the inbox.
 */
export async function measure(scratch: Scratch, subject: Subject): Promise<Measured> {
  const { address, drop } = await scratch.copy();
  const town = await openTown(address, scratch.secret, BUSINESSES);
  try {
    const results = subject === "driver" ? await insertByDriver(town) : await postTo(subject, town);
    await expectAll(town);
    return {
      perSecond: PHASES.busy.webhooks / (results.busy.elapsedMs / 1000),
      busyP50Ms: percentile(results.busy.latenciesMs, 0.5),
      busyP99Ms: percentile(results.busy.latenciesMs, 0.99),
      idleP50Ms: percentile(results.idle.latenciesMs, 0.5),
    };
  } finally {
    await drop();
  }
}

const companion = (name: string) => join(import.meta.dirname, "companions", `${name}.ts`);

type Results = Record<PhaseName, PhaseResult>;

async function postTo(subject: Subject, town: Town): Promise<Results> {
  const server = startCompanion<Town, string>(companion(subject));
  const load = startCompanion<LoadOrder, PhaseResult>(companion("load"));
  try {
    const url = await server.ask(town);
    return await runPhases(async (phase) => {
      await checkpoint(town);
      return load.ask({ url, town, phase });
    });
  } finally {
    await load.end();
    await server.end();
  }
}

async function insertByDriver(town: Town): Promise<Results> {
  const driver = startCompanion<DriverOrder, PhaseResult>(companion("driver"));
  try {
    return await runPhases(async (phase) => {
      await checkpoint(town);
      return driver.ask({ town, phase });
    }, DRIVER_PHASES);
  } finally {
    await driver.end();
  }
}

async function expectAll({ database }: Town): Promise<void> {
  const row = await askOnce<{ stored: number }>(database.owner, "select count(*)::int as stored from webhook_inbox");
  const sent = Object.values(PHASES).reduce((sum, { webhooks }) => sum + webhooks, 0);
  if (row?.stored !== sent) throw new Error(`${sent} webhooks were acknowledged, ${row?.stored} are stored.`);
}

/** Written blocks go to the disk before a phase, so that none of them pays for another's. */
async function checkpoint({ database }: Town): Promise<void> {
  await askOnce(database.owner, "checkpoint");
}
