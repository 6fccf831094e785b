import type { Chance } from "../../../../simulator/src/chance.ts";
import { sideBySide } from "../../ground/side-by-side.ts";
import { mutantOf } from "./mutants.ts";
import { countOfCalls } from "./records.ts";
import type { Street } from "./street.ts";

export type Forgeries = { mutants: number; cpuMsEach: number; violations: string[] };

const AT_ONCE = 32;
const CALLS = 20;

/** Posts mutants of valid requests; none may be accepted, nor leave anything in the inbox. */
export async function postMutants(street: Street, chance: Chance, count: number): Promise<Forgeries> {
  const began = Temporal.Now.instant().subtract({ seconds: 30 }).round("second");
  const originals = Array.from({ length: CALLS }, (_none, place) =>
    street.webhooksOf({ callSid: `CA${chance.hex(31, "original", place)}0`, place, began }),
  ).flat();
  const violations: string[] = [];
  for (const original of originals) {
    const { status } = await street.post(original);
    if (status !== 200) violations.push(`An original was refused with ${status}.`);
  }
  const stored = await countOfCalls(street.town);
  const mutants = Array.from({ length: count }, (_none, place) => {
    const original = originals[place % originals.length];
    if (original === undefined) throw new Error("There are no originals.");
    return mutantOf(original, chance, place);
  });
  const before = await street.server().cpuMs();
  await sideBySide(mutants, AT_ONCE, async (mutant) => {
    const { status } = await street.post(mutant);
    if (status < 400 || status >= 500) violations.push(`A mutant was answered ${status}: ${JSON.stringify(mutant)}`);
  });
  const cpuMsEach = ((await street.server().cpuMs()) - before) / count;
  const added = (await countOfCalls(street.town)) - stored;
  if (added !== 0) violations.push(`Mutants left ${added} webhooks in the inbox.`);
  return { mutants: count, cpuMsEach, violations };
}
