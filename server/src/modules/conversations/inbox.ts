import { type SqlBool, sql } from "kysely";
import { readCursor, toPage } from "#platform/http/cursor.ts";
import type { Scope } from "#platform/scope.ts";
import { escapeLike, phoneFragment } from "#platform/values/search-words.ts";
import type { Conversation } from "./conversation.ts";
import type { MessageStatus } from "./messages.ts";
import type { ConversationRow, ConversationsQuery } from "./schema.ts";

const OPEN = sql<SqlBool>`conversation.status in ('active', 'waiting')`;
const DONE = sql<SqlBool>`conversation.status in ('resolved', 'closed')`;

type Row = Pick<
  Conversation,
  | "id"
  | "customer_phone"
  | "contact_id"
  | "status"
  | "priority"
  | "channel"
  | "tags"
  | "unread_count"
  | "assigned_to"
  | "waiting_since"
  | "owner_kind"
  | "owner_user_id"
> & {
  last_message_time: Temporal.Instant;
  customer_name: string | null;
  owner_name: string | null;
  last_message_id: string | null;
  last_body: string;
  last_direction: "inbound" | "outbound";
  last_sender: "customer" | "ai" | "human" | "system";
  last_status: MessageStatus;
  last_at: Temporal.Instant;
  last_media: number;
};

/** Threads with their last words: those that wait longest first in the view "waiting", else the latest first. */
export async function listConversations(scope: Scope, query: ConversationsQuery, userId: string) {
  const isWaiting = query.view === "waiting";
  const sort = isWaiting ? sql`conversation.waiting_since` : sql`conversation.last_message_time`;
  const after = readCursor(query.cursor);
  const beyond = isWaiting ? sql`>` : sql`<`;
  const way = isWaiting ? sql`asc` : sql`desc`;
  const { rows } = await select(
    scope,
    sql`${viewOf(query.view, userId)} and ${query.q === undefined || query.q === "" ? sql`true` : matches(query.q)}
        and ${after === null ? sql`true` : sql`(${sort}, conversation.id) ${beyond} (${after.sort}::timestamptz, ${after.id}::uuid)`}`,
    sql`order by ${sort} ${way}, conversation.id ${way} limit ${query.limit + 1}`,
  ).execute(scope.tx);
  return toPage(
    rows.map(response),
    query.limit,
    (row) => (isWaiting ? row.waiting_since : null) ?? row.last_message_time,
  );
}

/** One row of the list. */
export async function findConversationRow(scope: Scope, id: string) {
  const { rows } = await select(scope, sql`conversation.id = ${id}`, sql``).execute(scope.tx);
  return rows[0] === undefined ? null : response(rows[0]);
}

type Fragment = ReturnType<typeof sql>;

function select(scope: Scope, where: Fragment, rest: Fragment) {
  return sql<Row>`
    select conversation.id, conversation.customer_phone, conversation.contact_id, conversation.status, conversation.priority,
           conversation.channel, conversation.tags, conversation.unread_count, conversation.assigned_to,
           conversation.waiting_since, conversation.owner_kind, conversation.owner_user_id, conversation.last_message_time,
           contact.name as customer_name, person.name as owner_name,
           last.id as last_message_id, last.body as last_body, last.direction as last_direction, last.sender as last_sender,
           last.status as last_status,
           last.created_at as last_at,
           (select count(*)::int from message_media media
            where media.tenant_id = last.tenant_id and media.message_id = last.id) as last_media
    from conversations conversation
    left join contact_facts contact on contact.tenant_id = conversation.tenant_id and contact.id = conversation.contact_id
    left join people_facts person on person.tenant_id = conversation.tenant_id and person.user_id = conversation.owner_user_id
    left join lateral (
      select message.tenant_id, message.id, message.body, message.direction, message.sender,
             message.status, message.created_at
      from messages message
      where message.tenant_id = conversation.tenant_id and message.conversation_id = conversation.id
      order by message.created_at desc, message.id desc limit 1
    ) last on true
    where conversation.tenant_id = ${scope.tenantId} and ${where} ${rest}`;
}

function viewOf(view: ConversationsQuery["view"], userId: string): Fragment {
  if (view === "waiting") return sql`conversation.waiting_since is not null and ${OPEN}`;
  if (view === "mine")
    return sql`(conversation.owner_user_id = ${userId} or conversation.assigned_to = ${userId}) and ${OPEN}`;
  return view === "resolved" ? DONE : OPEN;
}

/** The customer's name, a part of their number in any notation, or words of the thread. */
function matches(words: string): Fragment {
  const digits = phoneFragment(words);
  const byPhone = digits === null ? sql`false` : sql`conversation.customer_phone::text like ${`%${digits}%`}`;
  return sql`(${byPhone} or contact.name ilike ${`%${escapeLike(words)}%`} or exists (
    select from messages message
    where message.tenant_id = conversation.tenant_id and message.conversation_id = conversation.id
      and message.search @@ websearch_to_tsquery('english', ${words})))`;
}

function response(row: Row): ConversationRow & { last_message_time: Temporal.Instant } {
  const { last_body: body, last_direction: direction, last_sender: sender, last_status: status } = row;
  return {
    ...row,
    owner: { kind: row.owner_kind, user_id: row.owner_user_id, name: row.owner_name },
    last_message:
      row.last_message_id === null
        ? null
        : { body, direction, sender, status, created_at: row.last_at, media_count: row.last_media },
  };
}
