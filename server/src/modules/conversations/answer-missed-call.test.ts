import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { SYSTEM } from "#platform/scope.ts";
import { testClock } from "../../../test/kit/clock.ts";
import { openTestHouse, TUESDAY_MORNING } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { scriptedCarrier } from "../../../test/kit/scripted-carrier.ts";

const CALLER = "+15125550142";

/** A house with a business whose owner never picks up. */
async function openBusiness(at = TUESDAY_MORNING) {
  const clock = testClock(at);
  const carrier = scriptedCarrier(clock);
  const house = await openTestHouse({ clock, telephony: carrier });
  const line = await openLine(house);
  await house.startWork();
  const callAndMiss = async (from: string) => {
    const sid = `CA${randomBytes(16).toString("hex")}`;
    await line.post("voice", line.call(sid, from));
    await line.post("dial-result", { ...line.call(sid, from), DialCallStatus: "no-answer", CallStatus: "in-progress" });
    await house.settled();
  };
  const inside = <Result>(work: Parameters<typeof house.ports.scope<Result>>[2]) =>
    house.ports.scope(line.tenantId, SYSTEM, work);
  const outcomes = () =>
    inside((scope) =>
      scope.tx.selectFrom("text_backs").select(["outcome", "reason", "wording"]).orderBy("id").execute(),
    );
  return { house, line, carrier, clock, callAndMiss, inside, outcomes };
}

test("a missed call gets one text, and ten redials get no more", async () => {
  const { callAndMiss, carrier, outcomes } = await openBusiness();
  for (let redial = 0; redial < 5; redial++) await callAndMiss(CALLER);
  expect(carrier.taken.map(({ to, body }) => ({ to, body }))).toEqual([
    { to: CALLER, body: expect.stringContaining("Rivera Plumbing. Sorry we missed your call") },
  ]);
  expect(await outcomes()).toEqual([
    { outcome: "texted", reason: "missed_call", wording: "open" },
    ...Array.from({ length: 4 }, () => ({ outcome: "not_texted", reason: "already_texted", wording: null })),
  ]);
});
