import { sql } from "kysely";
import { readCursor, toPage } from "#platform/http/cursor.ts";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import type { CallDetail, CallResponse } from "./schema.ts";
import { textBackSentence } from "./text-back-words.ts";

/** Calls with their caller's name and what became of the text-back. */
export function callsWithContext(scope: Scope) {
  return scope.tx
    .selectFrom("calls")
    .leftJoin("contact_facts", (join) =>
      join.onRef("contact_facts.tenant_id", "=", "calls.tenant_id").onRef("contact_facts.id", "=", "calls.contact_id"),
    )
    .leftJoin("text_back_facts", (join) =>
      join.onRef("text_back_facts.tenant_id", "=", "calls.tenant_id").onRef("text_back_facts.call_id", "=", "calls.id"),
    )
    .select([
      "calls.id",
      "calls.direction",
      "calls.customer_phone",
      "calls.caller_phone",
      "calls.called_phone",
      "calls.contact_id",
      "calls.caller_name",
      "calls.caller_city",
      "calls.caller_state",
      "calls.status as call_status",
      "calls.answered",
      "calls.missed",
      "calls.missed_reason",
      "calls.missed_at",
      "calls.started_at",
      "calls.answered_at",
      "calls.ended_at",
      "calls.duration_seconds",
      "calls.is_final",
      "calls.conversation_id",
      "contact_facts.name as contact_name",
      "text_back_facts.outcome as text_back_outcome",
      "text_back_facts.reason as text_back_reason",
      "text_back_facts.accepted_at as text_accepted_at",
    ])
    .where("calls.tenant_id", "=", scope.tenantId);
}

export type CallRow = Awaited<ReturnType<ReturnType<typeof callsWithContext>["executeTakeFirstOrThrow"]>>;

export type CallFilter = {
  status?: string | undefined;
  missed?: boolean | undefined;
  limit: number;
  cursor?: string | undefined;
};

/** Newest first. */
export async function listCalls(scope: Scope, filter: CallFilter) {
  const after = readCursor(filter.cursor);
  let query = callsWithContext(scope)
    .orderBy("calls.started_at", "desc")
    .orderBy("calls.id", "desc")
    .limit(filter.limit + 1);
  if (filter.status !== undefined) query = query.where("calls.status", "=", filter.status);
  if (filter.missed !== undefined) query = query.where("calls.missed", "=", filter.missed);
  if (after !== null)
    query = query.where(sql<boolean>`(calls.started_at, calls.id) < (${after.sort}::timestamptz, ${after.id}::uuid)`);
  return toPage((await query.execute()).map(toResponse), filter.limit, (call) => call.started_at);
}

/** @throws Refused not_found. */
export async function selectCallDetail(scope: Scope, id: string): Promise<CallDetail> {
  const row = await callsWithContext(scope).where("calls.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new Refused(NOT_FOUND, "There is no such call.");
  const participants = await scope.tx
    .selectFrom("call_participants")
    .select(["phone_number", "participant_type", "status", "answered_by", "joined_at", "left_at"])
    .where("tenant_id", "=", scope.tenantId)
    .where("call_id", "=", id)
    .orderBy("id")
    .execute();
  return {
    ...toResponse(row),
    participants: participants.map((one) => ({
      ...one,
      // The table's CHECK constraint holds the closed set.
      participant_type: one.participant_type as CallDetail["participants"][number]["participant_type"],
    })),
  };
}

function toResponse(row: CallRow): CallResponse {
  const { text_back_outcome, text_back_reason, text_accepted_at, ...call } = row;
  return {
    ...call,
    // The table's CHECK constraint holds the closed set.
    direction: call.direction as CallResponse["direction"],
    text_back: textBackOf(row),
  };
}

/** What became of the text-back, if it was decided already. */
export function textBackOf(
  row: Pick<CallRow, "missed_at" | "text_back_outcome" | "text_back_reason" | "text_accepted_at">,
) {
  const { missed_at, text_back_outcome, text_back_reason, text_accepted_at } = row;
  if (text_back_outcome === null || text_back_reason === null) return null;
  const took = missed_at === null ? undefined : text_accepted_at?.since(missed_at);
  return {
    // The table's CHECK constraint holds the closed set.
    outcome: text_back_outcome as NonNullable<CallResponse["text_back"]>["outcome"],
    reason_sentence: textBackSentence(text_back_reason),
    seconds_to_text: took === undefined ? null : took.total("seconds"),
  };
}
