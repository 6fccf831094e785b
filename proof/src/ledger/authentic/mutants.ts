import { parse } from "node:querystring";
import { isDeepStrictEqual } from "node:util";
import type { SignedWebhook } from "../../../../rig/src/webhooks.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";

const SIGNATURE = "x-twilio-signature";
/** Of the address, the form and the signature. */
const PARTS = ["path", "body", "signature"] as const;

/** The request with one byte of what was signed, or of the signature, changed into another. */
export function mutantOf(webhook: SignedWebhook, chance: Chance, ...name: (string | number)[]): SignedWebhook {
  for (let draw = 0; ; draw += 1) {
    const pick = (what: string, count: number) => Math.floor(chance.roll("mutant", ...name, draw, what) * count);
    const part = PARTS[pick("part", PARTS.length)] ?? "body";
    const mutant = withPart(webhook, part, (whole) => {
      const place = pick("place", whole.length);
      return `${whole.slice(0, place)}${printable(pick("byte", 94))}${whole.slice(place + 1)}`;
    });
    if (!saysTheSame(mutant, webhook)) return mutant;
  }
}

/** ASCII without spaces and controls. */
const printable = (place: number) => String.fromCharCode(33 + place);

function withPart(webhook: SignedWebhook, part: (typeof PARTS)[number], change: (whole: string) => string) {
  if (part === "path") return { ...webhook, path: change(webhook.path) };
  if (part === "body") return { ...webhook, body: change(webhook.body) };
  const signature = change(webhook.headers[SIGNATURE] ?? "");
  return { ...webhook, headers: { ...webhook.headers, [SIGNATURE]: signature } };
}

/** A form may be written in two ways, "%2B" and "%2b": then nothing that was signed has changed. */
function saysTheSame(one: SignedWebhook, other: SignedWebhook): boolean {
  return (
    one.path === other.path &&
    one.headers[SIGNATURE] === other.headers[SIGNATURE] &&
    isDeepStrictEqual(parse(one.body), parse(other.body))
  );
}
