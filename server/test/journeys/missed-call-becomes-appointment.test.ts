import { expect, it } from "vitest";
import { customerOf } from "../kit/customer.ts";
import { recordsOf } from "../kit/records.ts";
import { worldForThisTest } from "../kit/world.ts";

it("turns a missed call into a read-back, booked appointment", async () => {
  const world = await worldForThisTest();
  const records = recordsOf(world);
  const customer = customerOf(world);

  await customer.callsInVain();
  expect(customer.received()).toEqual([expect.stringContaining("Rivera Plumbing")]);
  expect(await records.calls()).toMatchObject([{ missed: true }]);
  expect(await records.textBacks()).toMatchObject([{ outcome: "texted", wording: "open" }]);

  expect(await customer.writes("my water heater is leaking")).toEqual([
    expect.stringMatching(/automated assistant.*address/),
  ]);
  expect(await customer.writes("1420 Oak St, Austin 78704")).toHaveLength(1);
  await customer.writes("tomorrow at 2pm");
  const readBack = (await customer.writes("Dana Whitfield")).join(" ");
  expect(readBack).toMatch(/Dana Whitfield.*water heater.*1420 Oak.*March 4.*2 PM/);
  expect(readBack).toMatch(/\$\d+ to \$\d+/);
  expect(await records.appointments()).toEqual([]);

  expect((await customer.writes("yes")).join()).toMatch(/booked/);
  expect(await records.appointments()).toMatchObject([
    { status: "scheduled", service_type: "water heater repair", address: expect.stringContaining("1420 Oak") },
  ]);
  expect((await records.appointments())[0]?.scheduled_start.toString()).toBe("2026-03-04T20:00:00Z");
  expect(await records.leads()).toMatchObject([
    { status: "scheduled", problem_description: "my water heater is leaking" },
  ]);
});

it("reminds of the visit a day ahead, follows a change, and takes C for a confirmation", async () => {
  const world = await worldForThisTest();
  const records = recordsOf(world);
  const customer = customerOf(world);
  await customer.callsInVain();
  for (const words of [
    "kitchen drain is clogged",
    "1420 Oak St, Austin 78704",
    "friday at 10am",
    "Dana Whitfield",
    "yes",
  ])
    await customer.writes(words);
  expect(await records.appointments()).toMatchObject([{ status: "scheduled" }]);

  await customer.writes("can we move it to friday at 3pm instead?");
  await customer.writes("yes");
  expect((await records.appointments())[0]?.scheduled_start.toString()).toBe("2026-03-06T21:00:00Z");

  await world.clock.advanceTo(Temporal.Instant.from("2026-03-05T20:59:00Z").epochMilliseconds);
  const before = customer.received().length;
  await world.clock.advance(2 * 60_000);
  expect(customer.received().slice(before)).toEqual([expect.stringMatching(/reminder.*March 6/)]);
  await customer.writes("C");
  expect(await records.appointments()).toMatchObject([{ status: "confirmed" }]);
});
