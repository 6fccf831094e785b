import { describe, expect, it } from "vitest";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { openTestHouse, type TestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { upToCalls as modules } from "../../../test/kit/modules.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { completeActivity, createActivity, listActivities } from "./activities.ts";
import { findContactByPhone, findOrCreateContact, getContact, updateContact } from "./contacts.ts";
import { lineTypeOf, rememberLineType } from "./line-type.ts";
import { listContacts } from "./queries.ts";

const DANA = "+15125550142";

async function openContacts() {
  const house = await openTestHouse({ modules });
  const { tenantId } = await openLine(house);
  return { house, tenantId, within: within(house, tenantId) };
}

const within =
  (house: TestHouse, tenantId: string) =>
  <Result>(work: (scope: Scope) => Promise<Result>) =>
    house.ports.scope(tenantId, SYSTEM, work);

describe("one person is one contact", () => {
  it.each(["(512) 555-0142", "512.555.0142", "1-512-555-0142", "+1 512 555 0142", "5125550142"])(
    "%s is the number of whom we know as +15125550142",
    async (phone) => {
      const { within } = await openContacts();
      const known = await within((scope) =>
        findOrCreateContact(scope, { phone: DANA, name: "dana whitfield", source: "text" }),
      );
      expect(known).toMatchObject({ name: "Dana Whitfield", phone: DANA, language: "en", source: "text" });
      const found = await within((scope) =>
        findOrCreateContact(scope, { phone, name: "Somebody Else", source: "missed_call" }),
      );
      expect(found).toEqual(known);
    },
  );

  it("however many ask at the same moment", async () => {
    const { within } = await openContacts();
    const made = await Promise.all(
      Array.from({ length: 8 }, () => within((scope) => findOrCreateContact(scope, { phone: DANA, source: "text" }))),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const { data } = await within((scope) => listContacts(scope, { limit: 10 }));
    expect(data).toHaveLength(1);
  });

  it("in each business for itself", async () => {
    const { house, within: here } = await openContacts();
    const there = within(house, (await openLine(house, { phoneNumber: "+15125550200" })).tenantId);
    const ours = await here((scope) => findOrCreateContact(scope, { phone: DANA, source: "text" }));
    expect(await there((scope) => findContactByPhone(scope, DANA))).toBeNull();
    await expect(there((scope) => getContact(scope, ours.id))).rejects.toThrow("There is no such contact.");
  });

  it("but not without a number", async () => {
    const { within } = await openContacts();
    for (const phone of ["anonymous", "12", "", "+1"])
      await expect(within((scope) => findOrCreateContact(scope, { phone, source: "text" }))).rejects.toThrow(
        "not a phone number",
      );
  });
});

describe("changing a contact", () => {
  it("tidies names, clears fields, keeps what is not named", async () => {
    const { within } = await openContacts();
    const { id } = await within((scope) => findOrCreateContact(scope, { phone: DANA, name: "Dana", source: "text" }));
    const changes = { name: "  WHITFIELD,  DANA ", address: "1420 Oak St", zip: "78704", equipment: null };
    await within((scope) => updateContact(scope, id, changes));
    const changed = await within((scope) => updateContact(scope, id, { company: " Whitfield\n&  Sons ", zip: null }));
    expect(changed).toMatchObject({
      first_name: "Dana",
      last_name: "Whitfield",
      name: "Dana Whitfield",
      company: "Whitfield & Sons",
      address: "1420 Oak St",
      zip: null,
      phone: DANA,
    });
  });

  it("gives another main number and still knows the old one", async () => {
    const { within } = await openContacts();
    const { id } = await within((scope) => findOrCreateContact(scope, { phone: DANA, source: "text" }));
    expect(await within((scope) => updateContact(scope, id, { phone: "(512) 555-0199" }))).toMatchObject({
      phone: "+15125550199",
    });
    expect(await within((scope) => findContactByPhone(scope, DANA))).toMatchObject({ id, phone: "+15125550199" });
  });

  it("does not take another contact's number", async () => {
    const { within } = await openContacts();
    const { id } = await within((scope) => findOrCreateContact(scope, { phone: DANA, source: "text" }));
    await within((scope) => findOrCreateContact(scope, { phone: "+15125550199", source: "text" }));
    await expect(within((scope) => updateContact(scope, id, { phone: "+15125550199" }))).rejects.toThrow(
      "Another contact",
    );
    await expect(within((scope) => updateContact(scope, id, { phone: "no" }))).rejects.toThrow("not a phone number");
  });

  it("remembers what kind of line a number is", async () => {
    const { within } = await openContacts();
    expect(await within((scope) => lineTypeOf(scope, DANA))).toBe("unknown");
    await within((scope) => findOrCreateContact(scope, { phone: DANA, source: "text" }));
    await within((scope) => rememberLineType(scope, DANA, "landline"));
    expect(await within((scope) => lineTypeOf(scope, DANA))).toBe("landline");
  });
});

describe("finding contacts", () => {
  const people = [
    ["+15125550142", "Dana Whitfield"],
    ["+15125550143", "Daniel 100% O'Neil"],
    ["+14155550188", "Søren Ångström"],
  ] as const;

  it.each([
    ["dan", ["Daniel 100% O'Neil", "Dana Whitfield"]],
    ["WHITF", ["Dana Whitfield"]],
    ["100%", ["Daniel 100% O'Neil"]],
    ["%", ["Daniel 100% O'Neil"]],
    ["_", []],
    ["ångs", ["Søren Ångström"]],
    ["0188", ["Søren Ångström"]],
    ["(512) 555", ["Daniel 100% O'Neil", "Dana Whitfield"]],
    ["512-555-0143", ["Daniel 100% O'Neil"]],
    ["", ["Søren Ångström", "Daniel 100% O'Neil", "Dana Whitfield"]],
    ["'; drop table contacts; --", []],
  ])("%j finds %j", async (q, names) => {
    const { house, within } = await openContacts();
    for (const [phone, name] of people) {
      await within((scope) => findOrCreateContact(scope, { phone, name, source: "text" }));
      house.clock.advance({ seconds: 1 });
    }
    const { data } = await within((scope) => listContacts(scope, { q, limit: 10 }));
    expect(data.map(({ name }) => name)).toEqual(names);
  });

  it("goes through all of them page by page, each once", async () => {
    const { within } = await openContacts();
    for (let index = 0; index < 7; index += 1)
      await within((scope) => findOrCreateContact(scope, { phone: `+1512555010${index}`, source: "text" }));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { data, next_cursor } = await within((scope) => listContacts(scope, { limit: 3, cursor }));
      seen.push(...data.map(({ id }) => id));
      cursor = next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });
});

describe("what people have to do", () => {
  it("is listed until it is done", async () => {
    const { within } = await openContacts();
    const contact = await within((scope) => findOrCreateContact(scope, { phone: DANA, name: "Dana", source: "text" }));
    const id = await within((scope) =>
      createActivity(scope, { type: "call", subject: "x".repeat(300), contactId: contact.id, priority: "high" }),
    );
    const open = await within((scope) => listActivities(scope, { done: false, limit: 10 }));
    expect(open.data).toMatchObject([
      { id, contact_name: "Dana", customer_phone: DANA, priority: "high", done_at: null },
    ]);
    expect(open.data[0]?.subject).toHaveLength(255);
    await within((scope) => completeActivity(scope, id));
    expect((await within((scope) => listActivities(scope, { done: false, limit: 10 }))).data).toEqual([]);
    expect((await within((scope) => listActivities(scope, { done: true, limit: 10 }))).data).toHaveLength(1);
  });
});

describe("contacts over HTTP", () => {
  it("shows and changes them for who may", async () => {
    const { house, tenantId, within } = await openContacts();
    const { id } = await within((scope) => findOrCreateContact(scope, { phone: DANA, name: "Dana", source: "text" }));
    const [owner, viewer] = [await signInPerson(house, tenantId), await signInPerson(house, tenantId, "viewer")];
    expect(await owner.get("/contacts?q=dana")).toMatchObject({
      status: 200,
      body: { data: [{ id, name: "Dana" }], has_more: false },
    });
    expect(await owner.patch(`/contacts/${id}`, { name: "Dana Whitfield", do_not_contact: true })).toMatchObject({
      status: 200,
      body: { last_name: "Whitfield", do_not_contact: true },
    });
    expect(await viewer.get(`/contacts/${id}`)).toMatchObject({ status: 200, body: { last_name: "Whitfield" } });
    expect((await viewer.patch(`/contacts/${id}`, { name: "x" })).status).toBe(403);
    expect((await owner.patch(`/contacts/${id}`, { tenant_id: tenantId })).status).toBe(422);
    expect((await owner.patch(`/contacts/${id}`, { phone: "no" })).status).toBe(422);
    expect((await owner.get("/contacts/00000000-0000-7000-8000-000000000000")).status).toBe(404);
    expect((await owner.get("/contacts?cursor=x")).status).toBe(400);
    expect((await house.app.inject({ url: "/api/v1/contacts" })).statusCode).toBe(401);
  });
});
