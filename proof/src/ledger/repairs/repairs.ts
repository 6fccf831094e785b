import { join } from "node:path";
import { startCompanion } from "../../../../rig/src/companion.ts";
import { type Claim, type Evidence, type Proof, scaled } from "../../claim.ts";
import { RECONCILE_MINUTES, type Tale, type WorldOrder } from "./world.ts";

const CALLERS = 1_000;
const MINUTE_MS = 60_000;
const FOUND_WITHIN_MINUTES = 5;
/** A missed call is texted for ten minutes, and a find takes five. */
const TEXTED_WITHIN_MINUTES = 15;
const WORLD = join(import.meta.dirname, "companions/world.ts");

export const whatWasLostIsFound: Claim = {
  id: "G5",
  sentence:
    "What the carrier's webhooks did not tell is found in its lists: one pass equals the carrier's truth, within five minutes, and nobody is texted hours late.",
  async prove(proof) {
    proof.say("In one world one pass after everything, in another passes as time goes on …");
    const [once, steady] = await Promise.all([inWorld(proof, "once"), inWorld(proof, "steadily")]);
    return evidence(once, steady);
  },
};

/** Plays it in a process and with a database of its own. */
async function inWorld({ databases, seed, scale }: Proof, compares: WorldOrder["compares"]): Promise<Tale> {
  const { address, drop } = await databases.copy();
  const companion = startCompanion<WorldOrder, Tale>(WORLD);
  try {
    const order = { database: address, secret: databases.secret, seed, callers: scaled(CALLERS, scale), compares };
    return await companion.ask(order);
  } finally {
    await companion.end();
    await drop();
  }
}

export function evidence(once: Tale, steady: Tale): Evidence {
  const finds = [...once.finds, ...steady.finds];
  const never = finds.filter(({ waitedMs }) => waitedMs === Number.POSITIVE_INFINITY);
  const texts = [...once.texts, ...steady.texts];
  const late = texts.filter(({ waitedMs }) => waitedMs > TEXTED_WITHIN_MINUTES * MINUTE_MS);
  return {
    method: METHOD,
    figures: [
      { name: "calls", measured: once.calls + steady.calls },
      { name: "webhooks lost", measured: finds.length, promised: { atLeast: 1 } },
      {
        name: "of them about texts",
        measured: finds.filter(({ lost }) => lost.topic.startsWith("sms")).length,
        promised: { atLeast: 1 },
      },
      { name: "lost webhooks of which nothing was ever known", measured: never.length, promised: { is: 0 } },
      { name: "records put right by one pass", measured: once.repaired, promised: { atLeast: 1 } },
      {
        name: "records that differ from the carrier's after one pass",
        measured: once.wrong.length,
        promised: { is: 0 },
      },
      { name: "records that a second pass put right", measured: once.repairedAgain, promised: { is: 0 } },
      { name: "records that differ while passes go on", measured: steady.wrong.length, promised: { is: 0 } },
      {
        name: "longest until what a lost webhook said was known, while passes go on",
        measured: longest(steady.finds) / MINUTE_MS,
        unit: "min",
        promised: { atMost: FOUND_WITHIN_MINUTES },
      },
      { name: "texts", measured: texts.length, promised: { atLeast: 1 } },
      {
        name: "latest text after its recipient's last call or text",
        measured: longest(texts) / MINUTE_MS,
        unit: "min",
        promised: { atMost: TEXTED_WITHIN_MINUTES },
      },
    ],
    violations: [
      ...once.wrong,
      ...steady.wrong,
      ...never.map(({ lost }) => `Nothing was ever known of the lost ${lost.topic} ${JSON.stringify(lost.params)}.`),
      ...late.map(
        ({ sid, to, waitedMs }) => `The text ${sid} to ${to} came ${Math.round(waitedMs / MINUTE_MS)} min late.`,
      ),
    ],
  };
}

function longest(waits: readonly { waitedMs: number }[]): number {
  return waits.reduce((most, { waitedMs }) => Math.max(most, waitedMs), 0);
}

const METHOD = `Businesses whose callers are answered, missed or give up, some of whom write and some STOP, at a carrier that loses three webhooks in ten, in worlds with a virtual clock. In one nothing is compared until three hours after the last call; then one pass is made, our records are compared with the carrier's own ledger, record by record, and a second pass may find nothing. In another the product compares by itself every ${RECONCILE_MINUTES} minutes while webhooks go on being lost. Each webhook that the carrier knows to have lost is followed up: it was found when the product had received, posted or from a list, a word about the same call, phone or text that says as much or more. Each text that the carrier took is judged by the recipient's newest call or text before it.`;
