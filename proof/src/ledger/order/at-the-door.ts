import type { Chance } from "../../../../simulator/src/chance.ts";
import type { Proof } from "../../claim.ts";
import { CALL_KINDS, type CallKind } from "./calls.ts";
import { tellCalls } from "./calls-at-the-door.ts";
import { atTheDoor, type DoorOutcome, TEXTS_OF_A_LINE } from "./door.ts";
import { TEXT_KINDS, type TextKind } from "./texts.ts";
import { tellTexts } from "./texts-at-the-door.ts";

type Kinds = { calls: readonly CallKind[]; texts: readonly TextKind[] };

/** Tells calls and texts of every kind to a real server, each in an order of its own with repetitions, and compares what it keeps. */
export async function tellInOrders(
  proof: Pick<Proof, "databases" | "seed" | "say">,
  chance: Chance,
  ordersOfKind: number,
  { calls = CALL_KINDS, texts = TEXT_KINDS }: Partial<Kinds> = {},
): Promise<{ calls: DoorOutcome; texts: DoorOutcome }> {
  const texting = Math.ceil((texts.length * ordersOfKind) / TEXTS_OF_A_LINE);
  return atTheDoor(proof, texting, async (door) => {
    proof.say("Calls and texts in orders of their own, through the front door …");
    const [ofCalls, ofTexts] = await Promise.all([
      tellCalls(door, chance, calls, ordersOfKind),
      tellTexts(door, chance, texts, ordersOfKind),
    ]);
    return { calls: ofCalls, texts: ofTexts };
  });
}
