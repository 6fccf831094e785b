import { describe, expect, it } from "vitest";
import { addResource, book, cancelAppointment, findSlots } from "#scheduling";
import { openDesk } from "../../../test/kit/desk.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { ensureLead, getLead, updateLead } from "./leads.ts";

/** A customer whose first wish is settled and who has another one. */
async function openTwoWishes() {
  const desk = await openDesk();
  await desk.house.startWork();
  const thread = await desk.thread();
  const { contact_id: contactId } = thread;
  if (contactId === null) throw new Error("The thread is about nobody.");
  const wish = { contactId, conversationId: thread.id, source: "text" };
  const { first, visit } = await desk.inside(async (scope) => {
    const first = await ensureLead(scope, wish);
    await addResource(scope, { name: "Luis" });
    const [slot] = await findSlots(scope, { limit: 1 });
    if (slot === undefined) throw new Error("The business is never open.");
    const visit = await book(scope, { ...wish, slot, leadId: first.id, serviceType: "Leak", bookedBy: "person" });
    return { first, visit };
  });
  await desk.house.settled();
  const lead = (id: string) => desk.inside((scope) => getLead(scope, id));
  const cancel = async () => {
    await desk.inside((scope) => cancelAppointment(scope, visit.id, "The customer cancelled."));
    await desk.house.settled();
  };
  return { desk, first, lead, cancel, another: () => desk.inside((scope) => ensureLead(scope, wish)) };
}

describe("a conversation has one open lead", () => {
  it("so a settled one is not reopened beside it", async () => {
    const { desk, first, lead, another } = await openTwoWishes();
    const second = await another();
    const person = await signInPerson(desk.house, desk.line.tenantId);
    expect(await person.patch(`/leads/${first.id}`, { status: "quoted" })).toMatchObject({
      status: 409,
      body: { code: "another_open_lead" },
    });
    expect(await lead(first.id)).toMatchObject({ status: "scheduled" });
    await desk.inside((scope) => updateLead(scope, second.id, { status: "converted" }));
    expect((await person.patch(`/leads/${first.id}`, { status: "quoted" })).status).toBe(200);
  });

  it("which is that of a cancelled visit", async () => {
    const { first, lead, cancel } = await openTwoWishes();
    expect(await lead(first.id)).toMatchObject({ status: "scheduled" });
    await cancel();
    expect(await lead(first.id)).toMatchObject({ status: "contacted", status_notes: "The visit was cancelled." });
  });

  it("unless the customer has another wish by then", async () => {
    const { first, lead, cancel, another } = await openTwoWishes();
    const second = await another();
    await cancel();
    expect(await lead(first.id)).toMatchObject({ status: "scheduled" });
    expect(await lead(second.id)).toMatchObject({ status: "new" });
  });
});

it.each(["0142", "(512) 555-0142", "555-0142"])("a lead is found by its customer's number: %s", async (q) => {
  const { desk, first } = await openTwoWishes();
  const person = await signInPerson(desk.house, desk.line.tenantId);
  const found = await person.get(`/leads?q=${encodeURIComponent(q)}`);
  expect(found.body).toMatchObject({ data: [{ id: first.id }] });
  expect((await person.get("/leads?q=0199")).body).toEqual(expect.objectContaining({ data: [] }));
});

it.each(["0142 Oak St", "%", "_"])(
  "a lead is not found by what only looks like a part of a number or name: %s",
  async (q) => {
    const { desk } = await openTwoWishes();
    const person = await signInPerson(desk.house, desk.line.tenantId);
    expect((await person.get(`/leads?q=${encodeURIComponent(q)}`)).body).toEqual(expect.objectContaining({ data: [] }));
  },
);
