import { expect, it } from "vitest";
import { openDesk } from "../../../test/kit/desk.ts";
import { book, findSlots } from "./booking.ts";
import { findAppointment } from "./queries.ts";
import { remindOfVisit } from "./reminders.ts";
import { addResource } from "./resources.ts";

it("a visit that has begun gets no reminder any more", async () => {
  const desk = await openDesk();
  const thread = await desk.thread();
  const { id, version, scheduled_start } = await desk.inside(async (scope) => {
    await addResource(scope, { name: "Luis" });
    const [slot] = await findSlots(scope, { limit: 1 });
    if (slot === undefined || thread.contact_id === null) throw new Error("Nothing can be booked.");
    const whom = { contactId: thread.contact_id, conversationId: thread.id };
    return book(scope, { ...whom, slot, serviceType: "Leak", bookedBy: "person" });
  });
  const sentBefore = (await desk.sends()).length;
  desk.clock.advance({ seconds: desk.house.ports.clock.now().until(scheduled_start).total("seconds") + 60 });
  await remindOfVisit.run(desk.house.ports, {
    tenantId: desk.line.tenantId,
    data: { appointment_id: id, version },
    attempt: 1,
  });
  expect(await desk.inside((scope) => findAppointment(scope, id))).toMatchObject({ reminder_sent_at: null });
  expect(await desk.sends()).toHaveLength(sentBefore);
});
