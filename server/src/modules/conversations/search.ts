import { sql } from "kysely";
import type { Scope } from "#platform/scope.ts";
import { escapeLike } from "./inbox.ts";
import type { SearchHit } from "./schema.ts";

const SNIPPET = 'MaxWords=18, MinWords=8, StartSel="", StopSel=""';

/** One search box over people, their numbers and the words of the threads; people first, then the latest words. */
export async function searchEverything(scope: Scope, words: string, limit: number): Promise<SearchHit[]> {
  const people = await searchPeople(scope, words, limit);
  const wanted = await searchLeads(scope, words, limit);
  const said = await searchMessages(scope, words, limit);
  return [...people, ...wanted, ...said].slice(0, limit);
}

/** By a part of the name, or three digits and more of the number in any notation. */
async function searchPeople(scope: Scope, words: string, limit: number): Promise<SearchHit[]> {
  const digits = words.replace(/\D/g, "");
  const byPhone = digits.length >= 3 ? sql`contact.phone::text like ${`%${digits}%`}` : sql`false`;
  const { rows } = await sql<SearchHit>`
    select 'contact' as kind, contact.id, thread.id as conversation_id,
           coalesce(contact.name, contact.phone) as title, coalesce(contact.phone, '') as snippet,
           coalesce(thread.last_message_time, contact.created_at) as at
    from contact_facts contact
    left join lateral (
      select id, last_message_time from conversations
      where conversations.tenant_id = contact.tenant_id and conversations.contact_id = contact.id
      order by last_message_time desc limit 1
    ) thread on true
    where contact.tenant_id = ${scope.tenantId}
      and (${byPhone} or contact.name ilike ${`%${escapeLike(words)}%`} or contact.address ilike ${`%${escapeLike(words)}%`})
    order by at desc limit ${limit}`.execute(scope.tx);
  return rows;
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
