import { availableParallelism } from "node:os";
import { join } from "node:path";
import { startCompanion } from "../../../../rig/src/companion.ts";
import { type Claim, type Evidence, type Proof, scaled } from "../../claim.ts";
import { sideBySide } from "../../ground/side-by-side.ts";
import type { MissedCalls, Played } from "./missed-calls.ts";

const CALLS = 100_000;
/** More would be more than the carrier can tell of, and slower in one database. */
const MOST_IN_A_WORLD = 5_000;
const WORLD = join(import.meta.dirname, "companions/world.ts");

export const oneTextForAMissedCall: Claim = {
  id: "G2",
  sentence: "One text for a missed call: none twice, none forgotten, whatever the carrier's answers are lost to.",
  async prove(proof) {
    const calls = scaled(CALLS, proof.scale);
    const startedAt = performance.now();
    const played = await playAll(proof, worldsOf(calls));
    return evidence(calls, played, (performance.now() - startedAt) / 1000);
  },
};

export function evidence(calls: number, played: readonly Played[], seconds: number): Evidence {
  const total = (valueOf: (one: Played) => number) => played.reduce((sum, one) => sum + valueOf(one), 0);
  const reasons = played.flatMap((one) => Object.entries(one.reasons));
  return {
    method: METHOD,
    figures: [
      { name: "missed calls", measured: total(({ missed }) => missed), promised: { is: calls } },
      { name: "texted", measured: total(({ texted }) => texted), promised: { is: calls } },
      { name: "texts that the carrier took twice", measured: total(({ doubles }) => doubles), promised: { is: 0 } },
      { name: "missed calls without text and reason", measured: total(({ silent }) => silent), promised: { is: 0 } },
      { name: "calls a second, on all cores", measured: calls / seconds },
    ],
    violations: [
      ...played.flatMap(({ breaches }) => breaches),
      ...reasons.map(([reason, count]) => `${count} missed calls were not texted, with the reason "${reason}".`),
    ],
  };
}

function worldsOf(calls: number): number[] {
  const worlds = Math.max(1, Math.ceil(calls / MOST_IN_A_WORLD));
  return Array.from(
    { length: worlds },
    (_none, place) => Math.floor((calls * (place + 1)) / worlds) - Math.floor((calls * place) / worlds),
  );
}

/** Worlds side by side, each in a process and with a database of its own. */
async function playAll({ databases, seed, say }: Proof, worlds: readonly number[]): Promise<Played[]> {
  const played: Played[] = [];
  await sideBySide([...worlds.entries()], availableParallelism(), async ([place, calls]) => {
    const { address, drop } = await databases.copy();
    const companion = startCompanion<MissedCalls, Played>(WORLD);
    try {
      const world = { database: address, secret: databases.secret, seed: seed * 1_000 + place, calls };
      played.push(await companion.ask(world));
      say(`${played.length} of ${worlds.length} worlds`);
    } finally {
      await companion.end();
      await drop();
    }
  });
  return played;
}

const METHOD = `Businesses to which calls are forwarded, each of them missed on arrival, in worlds with a virtual clock: the whole product, the real SDK on the wire, and the simulated carrier, which loses 10 % of its answers after accepting, answers 10 % with 500 after accepting and 5 % with 429. Nothing else speaks against a text: each caller has a mobile phone and calls once, on a weekday morning, and no number comes near what it may send; so every missed call is to be texted, and a reason why not breaks the promise. When 45 minutes had passed after the last call, the carrier's own ledger was compared with the records, and \`nmc doctor\` examined them.`;
