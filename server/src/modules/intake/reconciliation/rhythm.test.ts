import { describe, expect, it } from "vitest";
import { SYSTEM } from "#platform/scope.ts";
import { testClock } from "../../../../test/kit/clock.ts";
import { openTestHouse, type TestHouse, type TestHouseOptions, TUESDAY_MORNING } from "../../../../test/kit/house.ts";
import { openLine, type SignedLine } from "../../../../test/kit/line.ts";
import { scriptedCarrier } from "../../../../test/kit/scripted-carrier.ts";
import { LISTED_TOPICS } from "../topics.ts";
import { reconcile } from "./reconcile.ts";
import { reconcileAt } from "./rhythm.ts";
import { meansLoss } from "./signals.ts";

/** A house that compares every four minutes with a carrier that has nothing to list, and says when it was asked. */
async function openKeeper(options: TestHouseOptions = {}) {
  const clock = options.clock ?? testClock(TUESDAY_MORNING);
  const asked: string[] = [];
  const telephony = scriptedCarrier(clock);
  telephony.pageOfCalls = async (_account, { since }) => {
    asked.push(`${clock.now()} since ${since}`);
    return { items: [], next: null };
  };
  const house = await openTestHouse({ reconcileMinutes: 4, ...options, clock, telephony });
  return { house, clock, asked };
}

/** Returns the account that was compared. */
async function compareOnce({ ports }: TestHouse, tenantId: string): Promise<string> {
  const [comparison] = await reconcile(ports, tenantId);
  if (comparison === undefined) throw new Error("There is no account to compare.");
  return comparison.state.account_id;
}

/** Moves the clock on a minute at a time. */
async function pass({ house, clock }: { house: TestHouse; clock: TestHouse["clock"] }, minutes: number) {
  for (let minute = 0; minute < minutes; minute += 1) {
    clock.advance({ minutes: 1 });
    await house.settled();
  }
}

describe("the rhythm of comparisons", () => {
  it("begins with the process and goes on every four minutes, a day's window each time", async () => {
    const keeper = await openKeeper();
    await openLine(keeper.house);
    await keeper.house.startWork();
    await keeper.house.settled();
    await pass(keeper, 8);
    expect(keeper.asked).toEqual([
      "2026-03-03T16:00:00Z since 2026-03-02T16:00:00Z",
      "2026-03-03T16:04:00Z since 2026-03-02T16:00:00Z",
      "2026-03-03T16:08:00Z since 2026-03-02T16:04:00Z",
    ]);
  });

  it("takes in accounts that are new", async () => {
    const keeper = await openKeeper();
    await keeper.house.startWork();
    await openLine(keeper.house);
    await pass(keeper, 5);
    expect(keeper.asked).toHaveLength(1);
  });

  it("is taken up at the start after a downtime, from where it ended", async () => {
    const { house } = await openKeeper();
    const { tenantId } = await openLine(house);
    const accountId = await compareOnce(house, tenantId);
    const next = house.clock.now().add({ minutes: 4 });
    await house.ports.scope(tenantId, SYSTEM, (scope) => reconcileAt(scope, accountId, next));
    const clock = testClock("2026-03-06T09:30:00Z");
    const after = await openKeeper({ clock, database: house.ports.database.address });
    await after.house.startWork();
    await after.house.settled();
    expect(after.asked).toEqual(["2026-03-06T09:30:00Z since 2026-03-02T16:00:00Z"]);
  });

  it("can be switched off", async () => {
    const keeper = await openKeeper({ reconcileMinutes: 0 });
    await openLine(keeper.house);
    await keeper.house.startWork();
    await pass(keeper, 5);
    expect(keeper.asked).toEqual([]);
  });
});

/** What Twilio's debugger posts. */
const alertOf = (line: SignedLine, sid: string, code: string | number) => ({
  Sid: sid,
  AccountSid: line.accountSid,
  Level: "ERROR",
  PayloadType: "application/json",
  Payload: JSON.stringify({ resource_sid: "CA1", service_sid: null, error_code: String(code), more_info: {} }),
});

describe("an alert of the carrier's debugger", () => {
  it("starts a comparison when it means a lost webhook, one for a swarm of them", async () => {
    const keeper = await openKeeper({ reconcileMinutes: 60 });
    const line = await openLine(keeper.house);
    await keeper.house.startWork();
    await keeper.house.settled();
    await pass(keeper, 10);
    const alert = async (sid: string, code: number) => {
      await line.post("carrier-alert", alertOf(line, sid, code));
      await keeper.house.settled();
      return keeper.asked.length;
    };
    expect(await alert("NO1", 30008)).toBe(1);
    expect(await alert("NO2", 11200)).toBe(2);
    for (let further = 3; further < 8; further += 1) expect(await alert(`NO${further}`, 11205)).toBe(2);
    await pass(keeper, 5);
    expect(keeper.asked).toHaveLength(3);
  });

  it("is let in by the signature of its account only", async () => {
    const { house } = await openKeeper();
    const line = await openLine(house);
    const alert = alertOf(line, "NO1", 11200);
    expect(await line.post("carrier-alert", alert)).toMatchObject({ status: 200 });
    expect(await line.post("carrier-alert", alert, { authToken: "0".repeat(32) })).toMatchObject({ status: 403 });
    expect(await line.post("carrier-alert", { ...alert, AccountSid: `AC${"1".repeat(32)}` })).toMatchObject({
      status: 403,
    });
    expect(await line.post("carrier-alert", { AccountSid: line.accountSid })).toMatchObject({ status: 400 });
  });

  it.each([
    ['{"error_code":"11200"}', true],
    ['{"error_code":11205}', true],
    ['{"error_code":"12100"}', true],
    ['{"error_code":"12200"}', true],
    ['{"error_code":"30008"}', false],
    ['{"error_code":"112000"}', false],
    ["{}", false],
    ["no JSON", false],
    ["", false],
  ])("says with %s whether webhooks were lost", (payload, expected) => {
    expect(meansLoss(payload)).toBe(expected);
  });
});

it.each(LISTED_TOPICS)("nobody can post %s: it is only read in a list", async (topic) => {
  const { house } = await openKeeper();
  const line = await openLine(house);
  const call = {
    ...line.call("CA1", "+15125550142"),
    MessageSid: "SM1",
    ParentCallSid: "CA0",
    CallStatus: "completed",
  };
  expect(await line.post(topic, call)).toMatchObject({ status: 404 });
});
