import type { Person } from "@nevermisscall/simulator";
import { connectNumbers, openBusiness } from "../../../../server/src/simulation/business.ts";
import { raiseWorld, type World, type WorldOptions } from "../../../../server/src/simulation/world.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";

export type LossyWorld = World & { tenantId: string };

const START = Temporal.Instant.from("2026-03-03T16:00:00Z");
const BUSINESS_NUMBER = "+15125550100";
const OWNER_MOBILE = "+15125550101";
const MINUTE_MS = 60_000;
/** Of all webhooks. */
const LOST = 0.3;

/** A business whose carrier loses three webhooks in ten. */
export async function openLossyWorld(
  options: Pick<WorldOptions, "database" | "secret" | "seed" | "reconcileMinutes">,
): Promise<LossyWorld> {
  const world = await raiseWorld({ ...options, startAt: START, logLevel: "silent" });
  const { tenantId } = await openBusiness(world, {
    business: {
      business_name: "Rivera Plumbing",
      timezone: "America/Chicago",
      trade_type: "plumbing",
      business_zip: "78704",
    },
    phoneNumber: BUSINESS_NUMBER,
    ownerPhone: OWNER_MOBILE,
  });
  await connectNumbers(world);
  world.simulator.faults.set({ webhooks: { lost: LOST } });
  return { ...world, tenantId };
}

/** Calls that are answered, missed and given up, a minute apart; some callers write, some of them STOP. */
export async function play(world: LossyWorld, callers: number, chance: Chance): Promise<void> {
  const owner = world.simulator.person(OWNER_MOBILE);
  for (let place = 0; place < callers; place += 1) {
    const person = world.simulator.person(`+1512${6_000_000 + place}`);
    const does = (what: string, share: number) => chance.happens(share, "caller", place, what);
    if (does("is answered", 0.25)) owner.answers(4_000, { presses: "1", talksMs: 20_000 });
    else owner.ignoresCalls();
    await person.dials(BUSINESS_NUMBER);
    if (does("gives up", 0.25)) await giveUp(world, person);
    await world.clock.advance(MINUTE_MS);
    if (does("writes", 0.3)) await person.texts("my sink is leaking", { to: BUSINESS_NUMBER });
    if (does("stops", 0.1)) await person.texts("STOP", { to: BUSINESS_NUMBER });
  }
}

async function giveUp({ clock }: LossyWorld, person: Person): Promise<void> {
  await clock.advance(8_000);
  // Whose call the carrier could not put through is gone already.
  await person.hangsUp().catch(() => undefined);
}

/** From now on everything arrives. */
export function loseNothing({ simulator }: LossyWorld): void {
  simulator.faults.set({ webhooks: { lost: 0 } });
}
