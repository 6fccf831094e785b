import { signWebhook } from "../../../../rig/src/webhooks.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";
import { sideBySide } from "../../ground/side-by-side.ts";
import { type Street, statusOf } from "./street.ts";

export type LargeBodies = { megabytes: number; cpuMsEach: number; slowestOtherMs: number; violations: string[] };

const LIMIT_BYTES = 65_536;
const MEGABYTE = 1_048_576;
const AT_ONCE = 16;
const OTHERS = 50;

/** A body of a megabyte is refused, signed or not, and holds up nobody; one within the bounds is taken when it is signed. */
export async function postLarge(street: Street, chance: Chance, floods: number): Promise<LargeBodies> {
  const violations: string[] = [];
  const expect = async (what: string, expected: number, webhook: Parameters<Street["post"]>[0]) => {
    const startedAt = performance.now();
    const { status } = await street.post(webhook).catch(() => ({ status: 0 }));
    // Whoever sends too much may be cut off before the answer.
    if (status !== expected && !(expected === 413 && status === 0))
      violations.push(`${what}: answered ${status} instead of ${expected}.`);
    return performance.now() - startedAt;
  };
  const whole = filled(street, chance, MEGABYTE);
  const forged = { ...whole, headers: { ...whole.headers, "x-twilio-signature": "nonsense" } };
  await expect("the largest signed body", 200, filled(street, chance, LIMIT_BYTES));
  await expect("a signed body of a byte more", 413, filled(street, chance, LIMIT_BYTES + 1));
  await expect("a forged body of the largest size", 403, { ...forged, body: "x".repeat(LIMIT_BYTES) });

  const items = Array.from({ length: floods }, (_none, place) => (place % 2 === 0 ? whole : forged));
  const flood = () => sideBySide(items, AT_ONCE, async (item) => void (await expect("a megabyte", 413, item)));
  const before = await street.server().cpuMs();
  await flood();
  const cpuMsEach = ((await street.server().cpuMs()) - before) / floods;

  const flooding = flood();
  let slowestOtherMs = 0;
  for (let place = 0; place < OTHERS; place += 1) {
    const params = statusOf(street.lines[0], `CA${chance.hex(32, "beside a flood", place)}`, "completed");
    const ordinary = signWebhook(street.lines[0], street.town.publicUrl, "call-status", params);
    slowestOtherMs = Math.max(slowestOtherMs, await expect("a webhook beside a flood", 200, ordinary));
  }
  await flooding;
  await street.drained();
  return { megabytes: 2 * floods, cpuMsEach, slowestOtherMs, violations };
}

/** A signed status callback whose body has exactly so many bytes. */
function filled({ lines: [line], town }: Street, chance: Chance, bytes: number) {
  const params = statusOf(line, `CA${chance.hex(32, "large", bytes)}`, "completed");
  const empty = new URLSearchParams({ ...params, Padding: "" }).toString().length;
  return signWebhook(line, town.publicUrl, "call-status", { ...params, Padding: "x".repeat(bytes - empty) });
}
