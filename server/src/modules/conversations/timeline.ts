import { type SqlBool, sql } from "kysely";
import { carrierError } from "#outreach";
import { type Position, readCursor, toPage } from "#platform/http/cursor.ts";
import type { Scope } from "#platform/scope.ts";
import { getConversation } from "./conversation.ts";
import { eventSentence } from "./event-sentences.ts";
import { messages, readMessage } from "./messages.ts";
import type { MessageItem, TimelineItem } from "./schema.ts";

type Page = { limit: number; cursor?: string | undefined };
type Span = { conversationId: string; before: Position | null; most: number };

/**
 * Everything that happened with a customer on one line of time, newest first: each source gives its newest, and the newest
 * of all are kept. @throws Refused not_found.
 */
export async function readTimeline(scope: Scope, conversationId: string, page: Page) {
  await getConversation(scope, conversationId);
  const span = { conversationId, before: readCursor(page.cursor), most: page.limit + 1 };
  const items: TimelineItem[] = [
    ...(await selectMessages(scope, span)),
    ...(await selectCalls(scope, span)),
    ...(await selectNotes(scope, span)),
    ...(await selectAppointments(scope, span)),
    ...(await selectEvents(scope, span)),
  ];
  return toPage(items.toSorted(newestFirst).slice(0, span.most), page.limit, (item) => item.at);
}

function newestFirst(a: TimelineItem, b: TimelineItem): number {
  return Temporal.Instant.compare(b.at, a.at) || (b.id > a.id ? 1 : -1);
}

/** Keeps what lies before the page's end. `sort` names a column of ours, never something that was typed. */
function isBefore({ before }: Span, sort: string) {
  if (before === null) return sql<SqlBool>`true`;
  return sql<SqlBool>`(${sql.ref(sort)}, id) < (${before.sort}::timestamptz, ${before.id}::uuid)`;
}

async function selectMessages(scope: Scope, span: Span): Promise<MessageItem[]> {
  const rows = await messages(scope)
    .where("conversation_id", "=", span.conversationId)
    .where(isBefore(span, "created_at"))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(span.most)
    .execute();
  return withMediaAndNames(scope, rows);
}

/** One message as the timeline shows it. */
export async function messageItem(scope: Scope, id: string): Promise<MessageItem> {
  const rows = await messages(scope).where("messages.id", "=", id).execute();
  const [item] = await withMediaAndNames(scope, rows);
  if (item === undefined) throw new Error(`The message ${id} is gone.`);
  return item;
}

type MessageRow = Parameters<typeof readMessage>[0];

async function withMediaAndNames(scope: Scope, rows: MessageRow[]): Promise<MessageItem[]> {
  const media = await selectMedia(scope, rows);
  const names = await selectNames(scope, rows);
  return rows.map((row) => {
    const { direction, sender, status } = readMessage(row);
    const failed = row.error_message ?? (row.error_code === null ? null : carrierError(row.error_code).sentence);
    return {
      kind: "message",
      id: row.id,
      at: row.created_at,
      direction,
      sender,
      sender_name: row.sender_user_id === null ? null : (names.get(row.sender_user_id) ?? null),
      body: row.body,
      media: (media.get(row.id) ?? []).map(({ id, content_type, state }) => ({
        url: `/api/v1/media/${id}`,
        content_type,
        state,
      })),
      status,
      error_code: row.error_code,
      error_sentence: failed,
      ai_generated: row.ai_generated,
      decision_id: row.decision_id,
    };
  });
}

async function selectMedia(scope: Scope, rows: readonly MessageRow[]) {
  const withMedia = rows.filter((row) => (row.media_count ?? 0) > 0).map((row) => row.id);
  if (withMedia.length === 0) return new Map<string, never[]>();
  const found = await scope.tx
    .selectFrom("message_media")
    .select(["id", "message_id", "content_type", "state"])
    .where("tenant_id", "=", scope.tenantId)
    .where("message_id", "in", withMedia)
    .orderBy("position")
    .execute();
  return Map.groupBy(found, (one) => one.message_id);
}

async function selectNames(scope: Scope, rows: readonly MessageRow[]): Promise<Map<string, string | null>> {
  const ids = [...new Set(rows.flatMap((row) => row.sender_user_id ?? []))];
  if (ids.length === 0) return new Map();
  const people = await scope.tx
    .selectFrom("people_facts")
    .select(["user_id", "name"])
    .where("tenant_id", "=", scope.tenantId)
    .where("user_id", "in", ids)
    .execute();
  return new Map(people.map(({ user_id, name }) => [user_id ?? "", name]));
}

type ItemOf<Kind> = Extract<TimelineItem, { kind: Kind }>;

async function selectCalls(scope: Scope, span: Span): Promise<ItemOf<"call">[]> {
  return scope.tx
    .selectFrom("call_facts")
    .select(["id", "started_at as at", "direction", "status", "missed", "missed_reason", "duration_seconds"])
    .select(sql<"call">`'call'`.as("kind"))
    .where("tenant_id", "=", scope.tenantId)
    .where("conversation_id", "=", span.conversationId)
    .where(isBefore(span, "started_at"))
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(span.most)
    .$narrowType<ItemOf<"call">>()
    .execute();
}

async function selectNotes(scope: Scope, span: Span): Promise<ItemOf<"note">[]> {
  return scope.tx
    .selectFrom("conversation_notes as note")
    .innerJoin("people_facts as author", (join) =>
      join.onRef("author.tenant_id", "=", "note.tenant_id").onRef("author.user_id", "=", "note.author_id"),
    )
    .select(["note.id", "note.created_at as at", "note.body", "author.name as author_name"])
    .select(sql<"note">`'note'`.as("kind"))
    .where("note.tenant_id", "=", scope.tenantId)
    .where("note.conversation_id", "=", span.conversationId)
    .where(isBefore(span, "created_at"))
    .orderBy("note.created_at", "desc")
    .orderBy("note.id", "desc")
    .limit(span.most)
    .$narrowType<ItemOf<"note">>()
    .execute();
}

async function selectAppointments(scope: Scope, span: Span): Promise<ItemOf<"appointment">[]> {
  return scope.tx
    .selectFrom("appointment_facts")
    .select(["id", "created_at as at", "status", "scheduled_start", "scheduled_end", "service_type"])
    .select(sql<"appointment">`'appointment'`.as("kind"))
    .where("tenant_id", "=", scope.tenantId)
    .where("conversation_id", "=", span.conversationId)
    .where(isBefore(span, "created_at"))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(span.most)
    .$narrowType<ItemOf<"appointment">>()
    .execute();
}

async function selectEvents(scope: Scope, span: Span): Promise<ItemOf<"event">[]> {
  const rows = await scope.tx
    .selectFrom("conversation_events as event")
    .leftJoin("people_facts as person", (join) =>
      join.onRef("person.tenant_id", "=", "event.tenant_id").onRef("person.user_id", "=", "event.created_by"),
    )
    .select(["event.id", "event.created_at as at", "event.event_type", "event.event_data", "person.name"])
    .where("event.tenant_id", "=", scope.tenantId)
    .where("event.conversation_id", "=", span.conversationId)
    .where(isBefore(span, "created_at"))
    .orderBy("event.created_at", "desc")
    .orderBy("event.id", "desc")
    .limit(span.most)
    .execute();
  return rows.map(({ id, at, event_type, event_data, name }) => ({
    kind: "event",
    id,
    at,
    event_type,
    sentence: eventSentence(event_type, event_data, name),
  }));
}
