import { expect, test } from "vitest";
import { SYSTEM } from "#platform/scope.ts";
import type { CarrierPage, ListedCall } from "#providers/telephony/port.ts";
import { testClock } from "../../../../test/kit/clock.ts";
import { openTestHouse, TUESDAY_MORNING } from "../../../../test/kit/house.ts";
import { openLine } from "../../../../test/kit/line.ts";
import { scriptedCarrier } from "../../../../test/kit/scripted-carrier.ts";
import { reconcile } from "./reconcile.ts";
import { showComparisons } from "./show.ts";

const CUSTOMER = "+15125550142";
const MONDAY_MORNING = "2026-03-02T16:00:00Z";
const STRANGER = "+13125550177";

/** A house whose carrier lists these pages of calls, the newest first. */
async function openHouseBeside(pages: readonly ListedCall[][]) {
  const telephony = scriptedCarrier(testClock(TUESDAY_MORNING));
  telephony.pageOfCalls = async (_account, { next }) => pageOf(pages, Number(next ?? 0));
  const house = await openTestHouse({ telephony, at: MONDAY_MORNING });
  const line = await openLine(house);
  house.clock.advance({ hours: 24 });
  return { house, line, telephony, compare: () => reconcile(house.ports, line.tenantId) };
}

function pageOf(pages: readonly ListedCall[][], index: number): CarrierPage<ListedCall> {
  return { items: pages[index] ?? [], next: index + 1 < pages.length ? String(index + 1) : null };
}

/** A call that ended some seconds ago, as the carrier lists it. */
function listed(callSid: string, secondsAgo: number, call: Partial<ListedCall> = {}): ListedCall {
  const at = Temporal.Instant.from(TUESDAY_MORNING).subtract({ seconds: secondsAgo });
  return {
    callSid,
    parentCallSid: null,
    direction: "inbound",
    from: CUSTOMER,
    to: "+15125550100",
    status: "no-answer",
    createdAt: at,
    startedAt: at,
    endedAt: at,
    durationSeconds: 0,
    answeredBy: null,
    forwardedFrom: null,
    callerName: null,
    price: null,
    ...call,
  };
}

const leg = (callSid: string, parentCallSid: string, secondsAgo: number) =>
  listed(callSid, secondsAgo, { parentCallSid, direction: "outbound-dial", to: "+15125550101" });

test("finds the leg of a lost call among any number of others' legs on the account", async () => {
  const others = Array.from({ length: 7 }, (_page, page) =>
    Array.from({ length: 10_000 }, (_leg, place) => leg(`CA leg ${page} ${place}`, "CA other", 10 + page)),
  );
  const [newest = [], ...older] = others;
  const calls = [listed("CA ours", 600), listed("CA other", 600, { from: STRANGER, to: STRANGER })];
  const { compare, house, line } = await openHouseBeside([
    [leg("CA our leg", "CA ours", 500), ...newest],
    ...older,
    calls,
  ]);
  const [comparison] = await compare();
  expect(comparison?.state).toMatchObject({ status: "done", at_carrier: 1, missing: 1, repaired: 1, undecided: 0 });
  await house.startWork();
  await house.settled();
  const legs = await house.ports.scope(line.tenantId, SYSTEM, ({ tx }) =>
    tx.selectFrom("call_participants").select("leg_sid").where("participant_type", "=", "callee").execute(),
  );
  expect(legs).toEqual([{ leg_sid: "CA our leg" }]);
});

test("takes none of the connections that are kept free for what somebody outside waits for", async () => {
  const { compare, house } = await openHouseBeside([[listed("CA ours", 600)]]);
  const { urgentPool } = house.ports.database;
  const taken = await Promise.all(Array.from({ length: urgentPool.options.max }, () => urgentPool.connect()));
  const [comparison] = await compare();
  expect(comparison?.state).toMatchObject({ status: "done", repaired: 1 });
  for (const connection of taken) connection.release();
});

test("a phone of somebody else's that still rings is no reason to look again", async () => {
  const call = listed("CA other", 20, { from: STRANGER, to: STRANGER });
  const { compare } = await openHouseBeside([[leg("CA leg", "CA other", 10), call]]);
  expect(await compare()).toMatchObject([{ isUnsettled: false, state: { undecided: 0 } }, { isUnsettled: false }]);
});

test("knows whose a leg is by its call, though no webhook of that is kept any more", async () => {
  const pages = [[listed("CA ours", 600)]];
  const { compare, house, line } = await openHouseBeside(pages);
  await house.startWork();
  await compare();
  await house.settled();
  await house.ports.database.platform.deleteFrom("webhook_receipts").execute();
  await house.ports.scope(line.tenantId, SYSTEM, ({ tx }) =>
    tx.updateTable("webhook_inbox").set({ subject: "let go" }).execute(),
  );
  pages[0] = [leg("CA our leg", "CA ours", 500)];
  expect(await compare()).toMatchObject([{ state: { repaired: 1 } }, {}]);
});

test.each(["dies", "is left by the carrier"] as const)(
  "raises the alarm about what a comparison repaired before it %s, once",
  async (end) => {
    const { compare, telephony, house, line } = await openHouseBeside([
      [listed("CA2", 600), leg("CA3", "CA2", 590)],
      [listed("CA1", 700)],
    ]);
    await house.startWork();
    const { pageOfCalls } = telephony;
    const reached = Promise.withResolvers<void>();
    telephony.pageOfCalls = async (account, wanted) => {
      if (wanted.next === null) return pageOfCalls(account, wanted);
      reached.resolve();
      return end === "dies" ? new Promise(() => undefined) : Promise.reject(new Error("The line went dead."));
    };
    const first = compare();
    await (end === "dies" ? reached.promise : first);
    await house.settled();
    telephony.pageOfCalls = async () => ({ items: [], next: null });
    await compare();
    await compare();
    const seen = await house.ports.scope(line.tenantId, SYSTEM, async (scope) => ({
      alarms: await scope.tx
        .selectFrom("events")
        .select("payload")
        .where("type", "=", "carrier.webhook_lost")
        .execute(),
      shown: await showComparisons(scope),
    }));
    expect(seen.alarms).toMatchObject([{ payload: { resource: "calls", missing: 1, repaired: 1 } }]);
    expect(seen.shown).toMatchObject([{ resource: "calls", repaired: 1 }, { resource: "messages" }]);
  },
);
