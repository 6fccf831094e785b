import { hookPath } from "../../../../rig/src/town.ts";
import { type SignedWebhook, signWebhook } from "../../../../rig/src/webhooks.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";
import { countOfCalls } from "./records.ts";
import { type Street, statusOf } from "./street.ts";

/** Webhooks with somebody else's key, address, account or number, with none, and to nobody: each is refused as it should be. */
export async function postAsOthers(street: Street, chance: Chance): Promise<{ tried: number; violations: string[] }> {
  const [ours, theirs] = street.lines;
  const { publicUrl } = street.town;
  const callSid = `CA${chance.hex(32, "stranger")}`;
  const params = statusOf(ours, callSid, "completed");
  const right = signWebhook(ours, publicUrl, "call-status", params);
  const { "x-twilio-signature": _signature, ...unsigned } = right.headers;
  const nowhere = { ...ours, hookToken: chance.hex(32, "nowhere") };
  const cases: [what: string, webhook: SignedWebhook, expected: number][] = [
    ["another tenant's auth token", signWebhook(ours, publicUrl, "call-status", params, theirs.authToken), 403],
    ["another tenant's address", { ...right, path: hookPath(theirs, "call-status") }, 403],
    [
      "our call at another tenant's address, under its token",
      signWebhook(theirs, publicUrl, "call-status", params),
      403,
    ],
    ["another account", signWebhook(ours, publicUrl, "call-status", { ...params, AccountSid: theirs.accountSid }), 403],
    ["another number", signWebhook(ours, publicUrl, "call-status", { ...params, To: theirs.phoneNumber }), 403],
    ["another address of ours", { ...right, path: hookPath(ours, "voice") }, 403],
    [
      "the signature of another address of the server",
      signWebhook(ours, "http://localhost", "call-status", params),
      403,
    ],
    ["no signature", { ...right, headers: unsigned }, 403],
    ["an empty signature", { ...right, headers: { ...right.headers, "x-twilio-signature": "" } }, 403],
    ["an empty auth token", signWebhook(ours, publicUrl, "call-status", params, ""), 403],
    ["a field more", { ...right, body: `${right.body}&Digits=1` }, 403],
    ["an address of nobody", signWebhook(nowhere, publicUrl, "call-status", params), 404],
    ["a topic of nobody", signWebhook(ours, publicUrl, "levitation", params), 404],
  ];
  const before = await countOfCalls(street.town);
  const violations: string[] = [];
  for (const [what, webhook, expected] of cases) {
    const { status } = await street.post(webhook);
    if (status !== expected) violations.push(`${what}: answered ${status} instead of ${expected}.`);
  }
  const stored = (await countOfCalls(street.town)) - before;
  if (stored > 0) violations.push(`${stored} webhooks of strangers are in the inbox.`);
  return { tried: cases.length, violations };
}
