import { sql } from "kysely";
import { readCursor, toPage } from "#platform/http/cursor.ts";
import type { Scope } from "#platform/scope.ts";
import { escapeLike, phoneFragment } from "#platform/values/search-words.ts";
import type { Contact } from "./schema.ts";

/** Contacts that were not merged into another one, with their main phone and e-mail. */
function contacts(scope: Scope) {
  return scope.tx
    .selectFrom("contacts")
    .innerJoin("contact_facts", (join) =>
      join.onRef("contact_facts.tenant_id", "=", "contacts.tenant_id").onRef("contact_facts.id", "=", "contacts.id"),
    )
    .select([
      "contacts.id",
      "contacts.kind",
      "contact_facts.name",
      "contacts.first_name",
      "contacts.last_name",
      "contacts.company",
      "contact_facts.phone",
      "contact_facts.line_type",
      "contact_facts.email",
      "contacts.language",
      "contacts.address",
      "contacts.address_unit",
      "contacts.city",
      "contacts.state",
      "contacts.zip",
      "contacts.timezone",
      "contacts.access_notes",
      "contacts.equipment",
      "contacts.source",
      "contacts.do_not_contact",
      "contacts.last_contacted_at",
      "contacts.created_at",
    ])
    .where("contacts.tenant_id", "=", scope.tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof contacts>["executeTakeFirstOrThrow"]>>;

export async function findContact(scope: Scope, id: string): Promise<Contact | null> {
  const row = await contacts(scope).where("contacts.id", "=", id).executeTakeFirst();
  return row === undefined ? null : response(row);
}

/** The contact that has this number, whether it is the main one or another. */
export async function findContactByPhone(scope: Scope, phone: string): Promise<Contact | null> {
  const row = await contacts(scope)
    .where("contacts.id", "=", (eb) =>
      eb
        .selectFrom("contact_phones")
        .select("contact_phones.contact_id")
        .where("contact_phones.tenant_id", "=", scope.tenantId)
        .where("contact_phones.phone", "=", phone),
    )
    .executeTakeFirst();
  return row === undefined ? null : response(row);
}

export type ContactFilter = { q?: string | undefined; limit: number; cursor?: string | undefined };

/** Newest first. `q` is a part of a name or company, or of a phone number in any notation. */
export async function listContacts(scope: Scope, filter: ContactFilter) {
  const after = readCursor(filter.cursor);
  const words = filter.q ?? "";
  const digits = phoneFragment(words);
  let query = contacts(scope)
    .orderBy("contacts.created_at", "desc")
    .orderBy("contacts.id", "desc")
    .limit(filter.limit + 1);
  if (digits !== null) query = query.where(hasPhoneLike(digits));
  else if (words !== "") query = query.where(isNamedLike(words));
  if (after !== null)
    query = query.where(
      sql<boolean>`(contacts.created_at, contacts.id) < (${after.sort}::timestamptz, ${after.id}::uuid)`,
    );
  return toPage((await query.execute()).map(response), filter.limit, (contact) => contact.created_at);
}

const hasPhoneLike = (digits: string) => sql<boolean>`contacts.id in (
  select contact_id from contact_phones where tenant_id = contacts.tenant_id and phone::text like ${`%${digits}%`})`;

/** The expression is that of the trigram index. */
const isNamedLike = (words: string) => sql<boolean>`
  coalesce(contacts.first_name, '') || ' ' || coalesce(contacts.last_name, '') || ' ' || coalesce(contacts.company, '')
  ilike ${`%${escapeLike(words)}%`}`;

function response(row: Row): Contact {
  return {
    ...row,
    // The table's CHECK constraints hold the closed sets.
    kind: row.kind as Contact["kind"],
    language: row.language as Contact["language"],
    line_type: (row.line_type ?? "unknown") as Contact["line_type"],
  };
}
