import { sql } from "kysely";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { readPhone } from "#platform/values/phone.ts";
import { BAD_PHONE, PHONE_TAKEN } from "./errors.ts";
import { cleanName, readName } from "./name.ts";
import { findContact, findContactByPhone } from "./queries.ts";
import type { Contact } from "./schema.ts";

export type { Contact };
export { findContactByPhone };

export type NewContact = {
  /** In E.164 or in a national notation. */
  phone: string;
  name?: string | null;
  language?: Contact["language"];
  /** Where the contact came from: "missed_call", "text", "person" ... */
  source: string;
};

/**
 * The contact that has this number, made now if there is none. Any number may ask at the same moment: one is made.
 * @throws Refused bad_phone; phone_taken when the number's contact cannot be shown any more.
 */
export async function findOrCreateContact(scope: Scope, wanted: NewContact): Promise<Contact> {
  const phone = phoneOf(wanted.phone);
  const known = await findContactByPhone(scope, phone);
  if (known !== null) return known;
  const id = scope.newId();
  const making = scope.tx
    .insertInto("contacts")
    .values({
      tenant_id: scope.tenantId,
      id,
      ...readName(wanted.name ?? ""),
      language: wanted.language ?? "en",
      source: wanted.source,
    })
    .execute();
  const [, isOurs, contact] = await Promise.all([making, giveFirstPhone(scope, id, phone), findContact(scope, id)]);
  if (isOurs && contact !== null) return contact;
  // Somebody else made the contact at the same moment: theirs is the one.
  await scope.tx.deleteFrom("contacts").where("tenant_id", "=", scope.tenantId).where("id", "=", id).execute();
  const theirs = await findContactByPhone(scope, phone);
  if (theirs === null) throw new Refused(PHONE_TAKEN);
  return theirs;
}

/** @throws Refused not_found. */
export async function getContact(scope: Scope, id: string): Promise<Contact> {
  const contact = await findContact(scope, id);
  if (contact === null) throw new Refused(NOT_FOUND, "There is no such contact.");
  return contact;
}

/** `undefined` leaves a field, `null` clears it; `name` stands for first and last name together. */
export type ContactChanges = {
  name?: string | null | undefined;
  phone?: string | undefined;
} & {
  [Field in
    | "first_name"
    | "last_name"
    | "company"
    | "language"
    | "address"
    | "address_unit"
    | "city"
    | "state"
    | "zip"
    | "access_notes"
    | "equipment"
    | "do_not_contact"
    | "last_contacted_at"]?: Contact[Field] | undefined;
};

/**
 * Changes a contact; names are tidied, a phone is read in any notation.
 * @throws Refused not_found, bad_phone, phone_taken.
 */
export async function updateContact(scope: Scope, id: string, changes: ContactChanges): Promise<Contact> {
  await getContact(scope, id);
  const { phone, ...rest } = changes;
  const columns = tidied(rest);
  if (Object.keys(columns).length > 0)
    await scope.tx
      .updateTable("contacts")
      .set(columns)
      .where("tenant_id", "=", scope.tenantId)
      .where("id", "=", id)
      .execute();
  if (phone !== undefined) await givePhone(scope, id, phoneOf(phone));
  await scope.audit({
    entity_type: "contact",
    entity_id: id,
    action: "changed",
    changes: { fields: Object.keys(changes) },
  });
  return getContact(scope, id);
}

type Columns = Omit<ContactChanges, "name" | "phone">;

function tidied({ name, ...fields }: Omit<ContactChanges, "phone">): Columns {
  const named = name === undefined ? {} : readName(name ?? "");
  const columns = Object.entries({ ...fields, ...named }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(columns.map(([column, value]) => [column, NAMES.has(column) ? tidyName(value) : value]));
}

const NAMES = new Set(["first_name", "last_name", "company"]);

function tidyName(value: unknown): unknown {
  return typeof value === "string" ? cleanName(value) || null : value;
}

function phoneOf(text: string): string {
  const phone = readPhone(text);
  if (phone === null) throw new Refused(BAD_PHONE);
  return phone;
}

/** False when another contact has the number. */
async function giveFirstPhone(scope: Scope, contactId: string, phone: string): Promise<boolean> {
  const given = await scope.tx
    .insertInto("contact_phones")
    .values({ tenant_id: scope.tenantId, contact_id: contactId, phone })
    .onConflict((conflict) => conflict.columns(["tenant_id", "phone"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return given !== undefined;
}

/** Makes this the contact's main number; the former one is kept beside it. */
async function givePhone(scope: Scope, contactId: string, phone: string): Promise<void> {
  const holder = await findContactByPhone(scope, phone);
  if (holder !== null && holder.id !== contactId) throw new Refused(PHONE_TAKEN);
  if (holder === null && !(await giveFirstPhone(scope, contactId, phone))) throw new Refused(PHONE_TAKEN);
  await scope.tx
    .updateTable("contact_phones")
    .set({ is_primary: sql<boolean>`phone = ${phone}` })
    .where("tenant_id", "=", scope.tenantId)
    .where("contact_id", "=", contactId)
    .execute();
}
