import type { FaultsChange } from "@nevermisscall/simulator";
import { examine, type Finding } from "../modules/operations/index.ts";
import { connectNumbers, openBusiness } from "./business.ts";
import type { Scratch } from "./scratch-database.ts";
import { raiseWorld, type World } from "./world.ts";

export type CrowdOptions = {
  callers: number;
  seed: number;
  faults: FaultsChange;
  startAt: Temporal.Instant;
  /** Whether time passes by itself, as fast as it does, instead of being moved. */
  realTime: boolean;
};

/** What a crowd of callers came to: the carrier's truth beside our records, and what the doctor found. */
export type CrowdReport = {
  callers: number;
  calls_at_carrier: number;
  missed: number;
  texted: number;
  not_texted: Record<string, number>;
  texts_per_call_at_most: number;
  appointments: number;
  findings: Finding[];
};

/** A carrier that misbehaves as the claims describe, all at once. */
export const FAULTS: FaultsChange = {
  webhooks: { duplicated: 0.3, delayed: 0.2, delayMaxMs: 60_000, reordered: 0.2, forged: 0.1 },
  rest: { responseLost: 0.1, errorAfterAccepting: 0.1, tooManyRequests: 0.05, callbackFirst: 0.2 },
  states: { finalFirst: 0.1 },
};

const BUSINESS_NUMBER = "+15125550100";
const OWNER_MOBILE = "+15125550101";
const SCRIPT = ["my kitchen sink is leaking", "1420 Oak St, Austin 78704", "any time tomorrow", "1", "Pat Doe", "yes"];

/** Plays hundreds of callers against the whole product. */
export async function playCrowd(scratch: Scratch, options: CrowdOptions): Promise<CrowdReport> {
  const { address, drop } = await scratch.copy();
  const world = await raiseWorld({
    database: address,
    secret: scratch.secret,
    startAt: options.startAt,
    runs: options.realTime,
    seed: options.seed,
    logLevel: "silent",
  });
  try {
    const { tenantId } = await openBusiness(world, {
      business: {
        business_name: "Crowded Plumbing",
        timezone: "America/Chicago",
        trade_type: "plumbing",
        business_zip: "78704",
        business_phone: BUSINESS_NUMBER,
      },
      settings: { max_concurrent_jobs: 50, max_jobs_per_day: 500, booking_advance_days: 60 },
      phoneNumber: BUSINESS_NUMBER,
      ownerPhone: OWNER_MOBILE,
      resources: Array.from({ length: 20 }, (_none, index) => `Van ${index + 1}`),
    });
    await connectNumbers(world);
    world.simulator.faults.set(options.faults);
    await callAll(world, options);
    return await report(world, tenantId, options.callers);
  } finally {
    await world.close();
    await drop();
  }
}

/** By then the last caller has written the last line of the script. */
const LAST_WORDS_MS = 10 * 60_000;

/** Callers come in a stream, one each three seconds; most let it ring out, some hang up early, some write on. */
async function callAll({ clock, simulator }: World, { callers, seed, realTime }: CrowdOptions): Promise<void> {
  const pass = (ms: number) => (realTime ? sitOut(clock, ms) : clock.advance(ms));
  for (let index = 0; index < callers; index += 1) {
    const phone = `+1512555${String(2000 + index)}`;
    const person = simulator.person({ number: phone, name: `Caller ${index + 1}` });
    const mood = (index * 7919 + seed) % 10;
    await person.dials(BUSINESS_NUMBER);
    if (mood === 0) clock.schedule(clock.now() + 5_000, () => person.hangsUp().catch(() => undefined));
    if (mood >= 3)
      SCRIPT.forEach((words, line) =>
        clock.schedule(clock.now() + 90_000 + line * 60_000, () => person.texts(words, { to: BUSINESS_NUMBER })),
      );
    if (mood === 1) clock.schedule(clock.now() + 90_000, () => person.texts("STOP", { to: BUSINESS_NUMBER }));
    await pass(3_000);
  }
  if (realTime) await sitOut(clock, LAST_WORDS_MS);
  await clock.advance(45 * 60_000);
}

/** Lets time pass by itself. */
function sitOut(clock: World["clock"], ms: number): Promise<void> {
  return new Promise((resolve) => clock.schedule(clock.now() + ms, resolve));
}

async function report(world: World, tenantId: string, callers: number): Promise<CrowdReport> {
  const { ports, modules } = world.house;
  const counted = await ports.scope(tenantId, { type: "system" }, async (scope) => ({
    missed: await scope.tx.selectFrom("call_facts").select("id").where("missed", "=", true).execute(),
    backs: await scope.tx.selectFrom("text_back_facts").select(["outcome", "reason"]).execute(),
    appointments: await scope.tx.selectFrom("appointment_facts").select("id").execute(),
  }));
  const reasons: Record<string, number> = {};
  for (const { outcome, reason } of counted.backs) {
    if (outcome !== "texted" && reason !== null) reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return {
    callers,
    calls_at_carrier: world.simulator.truth.calls().filter((call) => call.direction === "inbound").length,
    missed: counted.missed.length,
    texted: counted.backs.filter((back) => back.outcome === "texted").length,
    not_texted: reasons,
    texts_per_call_at_most: mostTextsToOnePhone(world),
    appointments: counted.appointments.length,
    findings: await examine(ports, modules),
  };
}

/** By the carrier's own ledger: how many greetings the most-texted caller got. */
function mostTextsToOnePhone({ simulator }: World): number {
  const greetings = new Map<string, number>();
  for (const message of simulator.truth.messages()) {
    if (message.body.includes("Sorry we missed your call"))
      greetings.set(message.to, (greetings.get(message.to) ?? 0) + 1);
  }
  return Math.max(0, ...greetings.values());
}
