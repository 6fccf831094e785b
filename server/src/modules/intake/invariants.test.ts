import { sql } from "kysely";
import { expect, test } from "vitest";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { openTestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { upToCalls as modules } from "../../../test/kit/modules.ts";
import { asOwner } from "../../../test/kit/owner.ts";
import { everyReceiptHasItsWebhook } from "./invariants.ts";

async function openAccepted() {
  const house = await openTestHouse({ modules });
  const line = await openLine(house);
  await line.post("voice", line.call("CA1", "+15125550142"));
  const inside = <Result>(work: (scope: Scope) => Promise<Result>) => house.ports.scope(line.tenantId, SYSTEM, work);
  return {
    inside,
    breaches: () => inside(({ tx }) => everyReceiptHasItsWebhook.check(tx)),
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

test("reads the webhooks of two days, however many there were before", async () => {
  const { asOwner, inside } = await openAccepted();
  await asOwner(`
    set row_security = off;
    insert into webhook_inbox (tenant_id, id, provider, topic, dedupe_key, subject, phone_number_id, body, received_at)
    select tenant_id, (left(id_floor(received_at - age)::text, 24) || lpad(number::text, 12, '0'))::uuid, provider, topic,
           'old ' || number, 'old ' || number, phone_number_id, body, received_at - age
    from webhook_inbox, lateral (select number, number * interval '1 minute' + interval '3 days' as age
                                 from generate_series(1, 5000) number) old;
    insert into webhook_receipts (tenant_id, provider, dedupe_key, inbox_id, received_at)
    select tenant_id, provider, dedupe_key, id, received_at from webhook_inbox where subject like 'old %';
    analyze webhook_inbox;
    analyze webhook_receipts`);
  const { rows } = await inside(async ({ tx }) => {
    expect(await everyReceiptHasItsWebhook.check(tx)).toEqual([]);
    return sql<{ read: number }>`
      select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_xact_user_tables
      where relname ~ '^webhook_(inbox|receipts)'`.execute(tx);
  });
  expect(rows[0]?.read).toBeLessThan(10);
});

test("finds a webhook that was stored again", async () => {
  const { asOwner, breaches } = await openAccepted();
  await asOwner(`
    insert into webhook_inbox (tenant_id, provider, topic, dedupe_key, subject, phone_number_id, body)
    select tenant_id, provider, topic, dedupe_key, subject, phone_number_id, body from webhook_inbox`);
  expect(await breaches()).toEqual([expect.stringContaining("is not its own")]);
});
