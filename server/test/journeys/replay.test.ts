import { expect, test } from "vitest";
import { SYSTEM } from "#platform/scope.ts";
import { replay } from "../../src/modules/operations/index.ts";
import { FAULTS } from "../../src/simulation/crowd.ts";
import type { World } from "../../src/simulation/world.ts";
import { BUSINESS_NUMBER, OWNER_MOBILE, worldForThisTest } from "../kit/world.ts";

type BusyWorld = World & { business: { tenantId: string } };

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Callers of every kind and a carrier that loses, doubles, delays and reorders what it says. */
async function busyWorld(): Promise<BusyWorld> {
  const world = await worldForThisTest({ faults: FAULTS, logLevel: "silent" });
  const owner = world.simulator.person(OWNER_MOBILE);
  for (let index = 0; index < 12; index += 1) {
    const caller = world.simulator.person({ number: `+1512555${String(2000 + index)}`, name: `Caller ${index}` });
    if (index % 4 === 0) owner.answers(4 * SECOND, { presses: "1", talksMs: 30 * SECOND });
    else if (index % 4 === 1) owner.answers(4 * SECOND);
    else owner.rejects();
    await caller.dials(BUSINESS_NUMBER);
    if (index % 4 === 3)
      world.clock.schedule(world.clock.now() + 3 * SECOND, () => caller.hangsUp().catch(() => undefined));
    await world.clock.advance(2 * MINUTE);
  }
  return world;
}

const TABLES = ["calls", "call_participants", "outbound_messages", "messages"] as const;

/** Every projected row, without when it was last written. */
async function rowsOf(world: BusyWorld) {
  return world.house.ports.scope(world.business.tenantId, SYSTEM, async ({ tx }) => {
    const rows = [];
    for (const table of TABLES) rows.push(await tx.selectFrom(table).selectAll().orderBy("id").execute());
    return rows.map((some) => some.map(({ updated_at: _updated, ...row }) => row));
  });
}

const told = async (world: BusyWorld) =>
  world.house.ports.scope(world.business.tenantId, SYSTEM, async ({ tx }) => [
    await tx.selectFrom("events").select("id").execute(),
    await tx.selectFrom("outbound_messages").select("id").execute(),
    await tx.selectFrom("timers").select("id").execute(),
  ]);

async function replayed(world: BusyWorld, how: { mends: boolean; named?: string }) {
  const { ports, modules } = world.house;
  const results = await replay(ports, modules, {
    named: how.named ?? null,
    mends: how.mends,
    onChunk: () => undefined,
  });
  return Object.fromEntries(results.map(({ name, deviating }) => [name, deviating]));
}

const spoil = (world: BusyWorld) =>
  world.house.ports.scope(world.business.tenantId, SYSTEM, async ({ tx }) => {
    await tx
      .updateTable("calls")
      .set({
        status: "busy",
        missed: null,
        answered: null,
        missed_reason: null,
        missed_at: null,
        caller_city: "NOWHERE",
      })
      .execute();
    await tx.updateTable("calls").set({ ended_at: null, duration_seconds: 1, is_final: false }).execute();
    await tx.updateTable("call_participants").set({ status: "busy", left_at: null }).execute();
    await tx
      .updateTable("outbound_messages")
      .set({ status: "failed", error_code: 1, is_final: false, finalized_at: null, last_event_time: null })
      .where("message_sid", "is not", null)
      .execute();
    await tx.updateTable("messages").set({ status: "failed" }).where("outbound_message_id", "is not", null).execute();
  });

test("a world as it came about is what its ledgers say, while it goes on and when all is final", async () => {
  const world = await busyWorld();
  expect(await replayed(world, { mends: false })).toEqual({ calls: 0, texts: 0, messages: 0 });
  await world.clock.advance(5 * 60 * MINUTE);
  expect(await replayed(world, { mends: false })).toEqual({ calls: 0, texts: 0, messages: 0 });
});

test("what was spoilt is rebuilt to the same, and nothing is announced or sent", async () => {
  const world = await busyWorld();
  await world.clock.advance(5 * 60 * MINUTE);
  const [before, toldBefore] = [await rowsOf(world), await told(world)];
  await spoil(world);
  const off = await replayed(world, { mends: false });
  expect(off["calls"]).toBe(12);
  expect(await rowsOf(world)).not.toEqual(before);
  expect(await replayed(world, { mends: true })).toEqual({ ...off, messages: expect.any(Number) });
  expect(await rowsOf(world)).toEqual(before);
  expect(await told(world)).toEqual(toldBefore);
});

test("one call is rebuilt with its texts, and no other", async () => {
  const world = await busyWorld();
  await world.clock.advance(5 * 60 * MINUTE);
  const [sid] = await world.house.ports.scope(world.business.tenantId, SYSTEM, ({ tx }) =>
    tx.selectFrom("calls").select("call_sid").orderBy("id").execute(),
  );
  await spoil(world);
  expect((await replayed(world, { mends: true, named: sid?.call_sid ?? "" }))["calls"]).toBe(1);
  expect((await replayed(world, { mends: false }))["calls"]).toBe(11);
});
