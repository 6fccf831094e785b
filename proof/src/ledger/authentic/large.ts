import { signWebhook } from "../../../../rig/src/webhooks.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";
import { sideBySide } from "../../ground/side-by-side.ts";
import { type Street, statusOf } from "./street.ts";

const LIMIT_BYTES = 1_048_576;
const AT_ONCE = 16;

/** Bodies of up to a megabyte are taken when they are signed; larger ones and unsigned ones are not, and hold up nobody. */
export async function postLarge(street: Street, chance: Chance, floods: number) {
  const violations: string[] = [];
  const expect = async (what: string, expected: number, webhook: Parameters<Street["post"]>[0]) => {
    const { status } = await street.post(webhook).catch(() => ({ status: 0 }));
    // Whoever sends too much may be cut off before the answer.
    if (status !== expected && !(expected === 413 && status === 0))
      violations.push(`${what}: answered ${status} instead of ${expected}.`);
  };
  const whole = filled(street, chance, LIMIT_BYTES);
  await expect("a signed megabyte", 200, whole);
  await expect("a signed megabyte and a byte", 413, filled(street, chance, LIMIT_BYTES + 1));
  const forged = { ...whole, headers: { ...whole.headers, "x-twilio-signature": "nonsense" } };
  await sideBySide(Array.from({ length: floods }), AT_ONCE, () => expect("a forged megabyte", 403, forged));
  await street.drained();
  return { megabytes: floods + 2, violations };
}

/** A signed status callback whose body has exactly so many bytes. */
function filled({ lines: [line], town }: Street, chance: Chance, bytes: number) {
  const params = statusOf(line, `CA${chance.hex(32, "large", bytes)}`, "completed");
  const empty = new URLSearchParams({ ...params, Padding: "" }).toString().length;
  return signWebhook(line, town.publicUrl, "call-status", { ...params, Padding: "x".repeat(bytes - empty) });
}
