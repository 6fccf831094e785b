import { expect, test } from "vitest";
import { CUSTOMER, openDesk } from "../../../test/kit/desk.ts";
import { openLine } from "../../../test/kit/line.ts";
import { SYSTEM } from "../../platform/scope.ts";
import { consentsOf, recordConsent } from "./consents.ts";
import { optOutState, recordOptIn, recordOptOut } from "./opt-outs.ts";
import { lockRecipient } from "./recipient-lock.ts";

test("the newest entry is in force, also of one and the same moment", async () => {
  const { inside } = await openDesk();
  const states = await inside(async (scope) => {
    const seen: boolean[] = [];
    for (let i = 0; i < 20; i++) {
      const record = i % 2 === 0 ? recordOptOut : recordOptIn;
      await record(scope, { phone: CUSTOMER, source: "keyword" });
      seen.push((await optOutState(scope, CUSTOMER)).optedOut);
    }
    return seen;
  });
  expect(states).toEqual(Array.from({ length: 20 }, (_none, i) => i % 2 === 0));
});

test("saying it twice adds no entry, and returning without having left adds none", async () => {
  const { inside } = await openDesk();
  const entries = await inside(async (scope) => {
    await recordOptIn(scope, { phone: CUSTOMER, source: "keyword" });
    await recordOptOut(scope, { phone: CUSTOMER, source: "free_text", words: "leave me alone" });
    await recordOptOut(scope, { phone: CUSTOMER, source: "carrier" });
    return scope.tx.selectFrom("opt_outs").select(["state", "source", "words"]).execute();
  });
  expect(entries).toEqual([{ state: "opted_out", source: "free_text", words: "leave me alone" }]);
});

test("one that is found later counts from its commit, and tells when it was said", async () => {
  const { inside, house } = await openDesk();
  const now = house.clock.now();
  const at = now.subtract({ minutes: 4 });
  const [state, entry] = await inside(async (scope) => {
    await recordOptOut(scope, { phone: CUSTOMER, source: "keyword", at });
    const { recorded_at } = await scope.tx.selectFrom("opt_out_facts").selectAll().executeTakeFirstOrThrow();
    return [await optOutState(scope, CUSTOMER), recorded_at];
  });
  expect([state.since?.toString(), entry?.toString()]).toEqual([at.toString(), now.toString()]);
});

test("the ledger refuses every change, and another business sees none of it", async () => {
  const { inside, house } = await openDesk();
  await inside((scope) => recordOptOut(scope, { phone: CUSTOMER, source: "keyword" }));
  await expect(inside((scope) => scope.tx.deleteFrom("opt_outs").execute())).rejects.toThrow("permission denied");
  await expect(
    inside((scope) => scope.tx.updateTable("opt_outs").set({ state: "opted_in" }).execute()),
  ).rejects.toThrow("permission denied");
  const other = await openLine(house, { phoneNumber: "+15125550900" });
  const there = await house.ports.scope(other.tenantId, SYSTEM, (scope) => optOutState(scope, CUSTOMER));
  expect(there).toEqual({ optedOut: false, since: null, source: null });
});

test("evidence of consent is kept once a kind and source", async () => {
  const { inside } = await openDesk();
  const kinds = await inside(async (scope) => {
    for (const source of ["call", "call", "text"])
      await recordConsent(scope, { phone: "+15125550150", kind: "implied", source });
    await recordConsent(scope, { phone: "+15125550150", kind: "express_written", source: "web_form" });
    const { length } = await scope.tx.selectFrom("consents").select("id").where("phone", "=", "+15125550150").execute();
    return { length, kinds: (await consentsOf(scope, "+15125550150")).toSorted() };
  });
  expect(kinds).toEqual({ length: 3, kinds: ["express_written", "implied"] });
});

test("whoever holds a recipient's lock is waited for; another recipient is not", async () => {
  const { inside } = await openDesk();
  const order: string[] = [];
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: held, resolve: isHeld } = Promise.withResolvers<void>();
  const first = inside(async (scope) => {
    await lockRecipient(scope, CUSTOMER);
    isHeld();
    await released;
    order.push("first");
  });
  await held;
  const second = inside(async (scope) => {
    await lockRecipient(scope, CUSTOMER);
    order.push("second");
  });
  await inside(async (scope) => {
    await lockRecipient(scope, "+15125550150");
    order.push("somebody else");
  });
  release();
  await Promise.all([first, second]);
  expect(order).toEqual(["somebody else", "first", "second"]);
});
