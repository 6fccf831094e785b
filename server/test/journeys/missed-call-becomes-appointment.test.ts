import { expect, it } from "vitest";
import { BUSINESS_NUMBER, CUSTOMER, worldForThisTest } from "../kit/world.ts";

it("turns a missed call into a booked appointment", async () => {
  const { clock, simulator, house, business } = await worldForThisTest();
  const customer = simulator.person({ number: CUSTOMER, name: "Dana Whitfield" });

  await customer.dials(BUSINESS_NUMBER);
  await clock.advance(60_000);
  expect(customer.inbox.map((text) => text.body)).toEqual([expect.stringContaining("Rivera Plumbing")]);

  for (const words of [
    "my water heater is leaking",
    "1420 Oak St, Austin 78704",
    "tomorrow at 2pm",
    "Dana Whitfield",
    "yes",
  ]) {
    await customer.texts(words);
    await clock.advance(60_000);
  }
  console.log(customer.inbox.map((text) => text.body));
  const { rows } = {
    rows: await house.ports.scope(business.tenantId, { type: "system" }, (scope) =>
      scope.tx.selectFrom("appointments").selectAll().execute(),
    ),
  };
  expect(rows.map((row) => [row.status, row.scheduled_start.toString(), row.address])).toEqual([
    ["scheduled", "2026-03-04T20:00:00Z", expect.stringContaining("1420 Oak")],
  ]);
});
