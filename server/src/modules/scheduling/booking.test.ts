import { sql } from "kysely";
import { describe, expect, it, vi } from "vitest";
import { findOrCreateContact } from "#contacts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { openTestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { book, cancelAppointment, changeAddress, findSlots, getAppointment, reschedule, setStatus } from "./booking.ts";
import { addResource } from "./resources.ts";
import type { Slot } from "./schema.ts";

/** A business with one technician and one visit. */
async function openCalendar() {
  const house = await openTestHouse();
  const { tenantId } = await openLine(house);
  const inside = <Result>(work: (scope: Scope) => Promise<Result>) => house.ports.scope(tenantId, SYSTEM, work);
  const { slots, visit } = await inside(async (scope) => {
    await addResource(scope, { name: "Luis" });
    const { id: contactId } = await findOrCreateContact(scope, { phone: "+15125550142", source: "test" });
    const [first, second] = await findSlots(scope, { limit: 20 }).then((all) => [all[0], all.at(-1)]);
    if (first === undefined || second === undefined) throw new Error("The business is never open.");
    const visit = await book(scope, { slot: first, contactId, serviceType: "Leak", bookedBy: "person" });
    return { slots: { first, second }, visit };
  });
  return { inside, slots, visit };
}

/** Resolves when somebody waits for what this transaction holds. */
const somebodyWaitsFor = (scope: Scope) =>
  vi.waitUntil(
    async () => {
      const { rows } = await sql`select from pg_locks
        where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`.execute(scope.tx);
      return rows.length > 0;
    },
    { timeout: 10_000, interval: 5 },
  );

describe("a visit that is cancelled meanwhile", () => {
  const changes: [string, (scope: Scope, id: string, other: Slot) => Promise<unknown>][] = [
    ["confirmed", (scope, id) => setStatus(scope, id, "confirmed")],
    ["moved", (scope, id, other) => reschedule(scope, id, other)],
    ["given another address", (scope, id) => changeAddress(scope, id, { address: "12 Elm Street", zip: null })],
    ["cancelled again", (scope, id) => cancelAppointment(scope, id, "Twice.")],
  ];
  it.each(changes)("cannot be %s", async (_name, change) => {
    const { inside, slots, visit } = await openCalendar();
    let changing: Promise<unknown> = Promise.resolve();
    await inside(async (scope) => {
      await cancelAppointment(scope, visit.id, "The customer cancelled.");
      changing = inside((other) => change(other, visit.id, slots.second)).catch((error: unknown) => error);
      await somebodyWaitsFor(scope);
    });
    expect(await changing).toMatchObject({ refusal: { code: "appointment_is_over" } });
    expect(await inside((scope) => getAppointment(scope, visit.id))).toMatchObject({
      status: "cancelled",
      cancellation_reason: "The customer cancelled.",
      scheduled_start: slots.first.start,
    });
  });
});
