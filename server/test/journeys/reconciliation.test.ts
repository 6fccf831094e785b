import { describe, expect, it } from "vitest";
import { reconcile } from "#intake";
import { allModules } from "../../src/modules/all-modules.ts";
import { examine } from "../../src/modules/operations/index.ts";
import { customerOf } from "../kit/customer.ts";
import { recordsOf } from "../kit/records.ts";
import { BUSINESS_NUMBER, OWNER_MOBILE, worldForThisTest } from "../kit/world.ts";

const MINUTE = 60_000;

type TestWorld = Awaited<ReturnType<typeof worldForThisTest>>;

describe("what the carrier's webhooks did not tell", () => {
  it.each([1, 2, 3])("one pass makes good, whatever was lost (seed %i)", async (seed) => {
    const world = await worldForThisTest({ seed });
    await playWithLosses(world);
    world.simulator.faults.clear();
    await pass(world);
    await equalsTruth(world);
  });
});

/** Calls that are answered, missed and given up, texts that come in and go out, and three webhooks in ten are lost. */
async function playWithLosses(world: TestWorld) {
  world.simulator.faults.set({ webhooks: { lost: 0.3 } });
  const owner = world.simulator.person(OWNER_MOBILE);
  for (let index = 0; index < 24; index += 1) {
    const { person } = customerOf(world, `+1512555${3000 + index}`, `Caller ${index}`);
    if (index % 4 === 0) owner.answers(4_000, { presses: "1", talksMs: 30_000 });
    else owner.ignoresCalls();
    await person.dials(BUSINESS_NUMBER);
    if (index % 4 === 1) {
      await world.clock.advance(8_000);
      // Whose call the carrier could not put through is gone already.
      await person.hangsUp().catch(() => undefined);
    }
    await world.clock.advance(MINUTE);
    if (index % 3 === 0) await person.texts("my sink is leaking", { to: BUSINESS_NUMBER });
    if (index % 8 === 5) await person.texts("STOP", { to: BUSINESS_NUMBER });
    await world.clock.advance(MINUTE);
  }
  await world.clock.advance(5 * MINUTE);
}

async function pass(world: TestWorld) {
  const comparisons = await reconcile(world.house.ports, world.business.tenantId);
  await world.clock.advance(10_000);
  return comparisons;
}

/** Every call and text of the carrier is here, with its end, its length, and whether somebody talked. */
async function equalsTruth(world: TestWorld) {
  const records = recordsOf(world);
  const { truth } = world.simulator;
  const calls = truth.calls().filter(({ parentCallSid }) => parentCallSid === null);
  const talks = new Set(
    truth.calls().flatMap((leg) => (leg.parentCallSid && talkSeconds(leg) > 20 ? leg.parentCallSid : [])),
  );
  expect(await records.carrierCalls()).toEqual(
    expect.arrayContaining(
      calls.map((call) =>
        expect.objectContaining({
          call_sid: call.sid,
          status: call.status,
          duration_seconds: talkSeconds(call),
          answered: talks.has(call.sid),
          missed: !talks.has(call.sid),
        }),
      ),
    ),
  );
  expect(await records.carrierCalls()).toHaveLength(calls.length);

  const legs = truth.calls().filter(({ parentCallSid }) => parentCallSid !== null);
  const rung = (await records.participants()).filter(({ participant_type }) => participant_type === "callee");
  expect(rung.map(({ leg_sid, status }) => `${leg_sid} ${status}`).sort()).toEqual(
    legs.map(({ sid, status }) => `${sid} ${status}`).sort(),
  );

  const texts = truth.messages();
  const inbound = (await records.messages()).filter(({ direction }) => direction === "inbound");
  expect(inbound.map(({ message_sid }) => message_sid).sort()).toEqual(
    texts
      .filter(({ direction }) => direction === "inbound")
      .map(({ sid }) => sid)
      .sort(),
  );
  const fate = new Map(texts.map(({ sid, status }) => [sid, status]));
  for (const { message_sid, status } of await records.sends())
    if (message_sid !== null) expect(status).toBe(fate.get(message_sid));
  expect((await examine(world.house.ports, allModules)).flatMap(({ breaches }) => breaches)).toEqual([]);
}

const talkSeconds = ({ answeredAt, endedAt }: { answeredAt: number | null; endedAt: number | null }) =>
  answeredAt === null || endedAt === null ? 0 : Math.ceil((endedAt - answeredAt) / 1000);
