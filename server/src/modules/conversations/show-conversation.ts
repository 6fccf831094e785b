import { optOutState } from "#compliance";
import { getContact } from "#contacts";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { getConversation } from "./conversation.ts";
import { findConversationRow } from "./inbox.ts";
import type { ConversationResponse } from "./schema.ts";

/** A thread with the person it is about. @throws Refused not_found. */
export async function showConversation(scope: Scope, id: string): Promise<ConversationResponse> {
  const conversation = await getConversation(scope, id);
  const row = await findConversationRow(scope, id);
  if (row === null) throw new Refused(NOT_FOUND, "There is no such conversation.");
  const { contact_id } = conversation;
  return {
    ...conversation,
    ...row,
    opted_out: (await optOutState(scope, conversation.customer_phone)).optedOut,
    contact: contact_id === null ? null : await getContact(scope, contact_id),
    next_appointment: contact_id === null ? null : await findNextAppointment(scope, contact_id),
    lead: await findLead(scope, id),
  };
}

async function findNextAppointment(scope: Scope, contactId: string): Promise<ConversationResponse["next_appointment"]> {
  const row = await scope.tx
    .selectFrom("appointment_facts")
    .select([
      "id",
      "status",
      "service_type",
      "address",
      "timezone",
      "scheduled_start",
      "scheduled_end",
      "window_start",
      "window_end",
    ])
    .where("tenant_id", "=", scope.tenantId)
    .where("contact_id", "=", contactId)
    .where("status", "in", ["scheduled", "confirmed", "en_route", "in_progress"])
    .where("scheduled_end", ">", scope.now())
    .orderBy("scheduled_start")
    .limit(1)
    .$narrowType<NonNullable<ConversationResponse["next_appointment"]>>()
    .executeTakeFirst();
  return row ?? null;
}

async function findLead(scope: Scope, conversationId: string): Promise<ConversationResponse["lead"]> {
  const row = await scope.tx
    .selectFrom("lead_facts")
    .select(["id", "status", "problem_description", "job_type", "urgency_level", "estimated_value", "created_at"])
    .where("tenant_id", "=", scope.tenantId)
    .where("conversation_id", "=", conversationId)
    .orderBy("created_at", "desc")
    .limit(1)
    .$narrowType<NonNullable<ConversationResponse["lead"]>>()
    .executeTakeFirst();
  return row ?? null;
}
