import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findOrCreateContact } from "#contacts";
import { SYSTEM } from "#platform/scope.ts";
import { openTestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { addResource } from "./resources.ts";

const TOMORROW = "2026-03-04T16:00:00Z";

async function openOffice() {
  const house = await openTestHouse();
  const { tenantId } = await openLine(house);
  const contact = await house.ports.scope(tenantId, SYSTEM, async (scope) => {
    await addResource(scope, { name: "Luis" });
    return findOrCreateContact(scope, { phone: "+15125550142", source: "test" });
  });
  const person = await signInPerson(house, tenantId);
  const visit = { contact_id: contact.id, scheduled_start: TOMORROW, service_type: "Leak" };
  return { person, visit };
}

describe("a visit that names what is not here", () => {
  it.each(["contact_id", "conversation_id", "resource_id"])(
    "by its %s is refused with the field's name",
    async (field) => {
      const { person, visit } = await openOffice();
      expect(await person.post("/appointments", { ...visit, [field]: randomUUID() })).toMatchObject({
        status: 422,
        body: { code: "unknown_reference", detail: expect.stringMatching(`^${field}: there is no such `) },
      });
      expect((await person.post("/appointments", visit)).status).toBe(201);
    },
  );

  it("is not moved to it either", async () => {
    const { person, visit } = await openOffice();
    const booked = await person.post("/appointments", visit);
    const there = { scheduled_start: "2026-03-04T19:00:00Z", resource_id: randomUUID() };
    expect(await person.post(`/appointments/${booked.body["id"]}/reschedule`, there)).toMatchObject({
      status: 422,
      body: { code: "unknown_reference", detail: "resource_id: there is no such resource." },
    });
  });
});
