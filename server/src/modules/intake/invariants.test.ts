import { expect, test } from "vitest";
import { SYSTEM } from "#platform/scope.ts";
import { openTestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { upToCalls as modules } from "../../../test/kit/modules.ts";
import { asOwner } from "../../../test/kit/owner.ts";
import { everyReceiptHasItsWebhook } from "./invariants.ts";

async function openAccepted() {
  const house = await openTestHouse({ modules });
  const line = await openLine(house);
  await line.post("voice", line.call("CA1", "+15125550142"));
  return {
    breaches: () => house.ports.scope(line.tenantId, SYSTEM, ({ tx }) => everyReceiptHasItsWebhook.check(tx)),
    asOwner: (statement: string) => asOwner(house, statement),
  };
}

test("an accepted webhook breaks nothing", async () => {
  const { breaches } = await openAccepted();
  expect(await breaches()).toEqual([]);
});

test("finds a webhook that was accepted and is lost", async () => {
  const { asOwner, breaches } = await openAccepted();
  await asOwner("delete from webhook_inbox");
  expect(await breaches()).toEqual([expect.stringContaining("was accepted, but is not in the inbox")]);
});

test("finds a webhook that was stored again", async () => {
  const { asOwner, breaches } = await openAccepted();
  await asOwner(`
    insert into webhook_inbox (tenant_id, provider, topic, dedupe_key, subject, phone_number_id, body)
    select tenant_id, provider, topic, dedupe_key, subject, phone_number_id, body from webhook_inbox`);
  expect(await breaches()).toEqual([expect.stringContaining("is not its own")]);
});
