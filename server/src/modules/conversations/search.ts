import { sql } from "kysely";
import { listContacts } from "#contacts";
import type { Scope } from "#platform/scope.ts";
import { escapeLike } from "#platform/values/search-words.ts";
import type { SearchHit } from "./schema.ts";

const SNIPPET = 'MaxWords=18, MinWords=8, StartSel="", StopSel=""';

/** One search box over people, their numbers and the words of the threads; people first, then the latest words. */
export async function searchEverything(scope: Scope, words: string, limit: number): Promise<SearchHit[]> {
  const people = await searchPeople(scope, words, limit);
  const wanted = await searchLeads(scope, words, limit);
  const said = await searchMessages(scope, words, limit);
  return [...people, ...wanted, ...said].slice(0, limit);
}

/** By a part of the name or of the number, as in the list of contacts, with the latest thread of each. */
async function searchPeople(scope: Scope, words: string, limit: number): Promise<SearchHit[]> {
  const { data: contacts } = await listContacts(scope, { q: words, limit });
  if (contacts.length === 0) return [];
  const threads = await scope.tx
    .selectFrom("conversations")
    .distinctOn("contact_id")
    .select(["id", "contact_id", "last_message_time"])
    .where("tenant_id", "=", scope.tenantId)
    .where(
      "contact_id",
      "in",
      contacts.map(({ id }) => id),
    )
    .orderBy("contact_id")
    .orderBy("last_message_time", "desc")
    .execute();
  const latest = new Map(threads.map((thread) => [thread.contact_id, thread]));
  return contacts.map(({ id, name, phone, created_at }) => ({
    kind: "contact",
    id,
    conversation_id: latest.get(id)?.id ?? null,
    title: name ?? phone ?? "",
    snippet: phone ?? "",
    at: latest.get(id)?.last_message_time ?? created_at,
  }));
}

/** By what the customer wants. */
async function searchLeads(scope: Scope, words: string, limit: number): Promise<SearchHit[]> {
  const { rows } = await sql<SearchHit>`
    select 'lead' as kind, lead.id, lead.conversation_id, coalesce(contact.name, contact.phone, '') as title,
           lead.problem_description as snippet, lead.created_at as at
    from lead_facts lead
    left join contact_facts contact on contact.tenant_id = lead.tenant_id and contact.id = lead.contact_id
    where lead.tenant_id = ${scope.tenantId} and lead.problem_description ilike ${`%${escapeLike(words)}%`}
    order by lead.created_at desc limit ${limit}`.execute(scope.tx);
  return rows;
}

async function searchMessages(scope: Scope, words: string, limit: number): Promise<SearchHit[]> {
  const { rows } = await sql<SearchHit>`
    select 'message' as kind, message.id, message.conversation_id,
           coalesce(contact.name, conversation.customer_phone) as title,
           ts_headline('english', message.body, query, ${SNIPPET}) as snippet, message.created_at as at
    from websearch_to_tsquery('english', ${words}) query, messages message
    join conversations conversation on conversation.tenant_id = message.tenant_id and conversation.id = message.conversation_id
    left join contact_facts contact on contact.tenant_id = conversation.tenant_id and contact.id = conversation.contact_id
    where message.tenant_id = ${scope.tenantId} and message.search @@ query
    order by message.created_at desc limit ${limit}`.execute(scope.tx);
  return rows;
}
