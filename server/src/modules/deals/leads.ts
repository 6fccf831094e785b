import { brokenConstraint } from "#platform/database/broken-constraint.ts";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { ANOTHER_OPEN_LEAD, LOST_NEEDS_REASON } from "./errors.ts";
import { findLead, findOpenLead } from "./queries.ts";
import { type LeadResponse, leadChanged, leadCreated } from "./schema.ts";

export type NewLead = { contactId: string; conversationId: string | null; callId?: string | null; source: string };

/** The conversation's open lead, opened now if there is none. */
export async function ensureLead(scope: Scope, lead: NewLead): Promise<LeadResponse> {
  const open = lead.conversationId === null ? null : await findOpenLead(scope, lead.conversationId);
  return open ?? openLead(scope, lead);
}

async function openLead(scope: Scope, lead: NewLead): Promise<LeadResponse> {
  const inserted = await scope.tx
    .insertInto("leads")
    .values({
      tenant_id: scope.tenantId,
      id: scope.newId(),
      contact_id: lead.contactId,
      conversation_id: lead.conversationId,
      call_id: lead.callId ?? null,
      source: lead.source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  // Somebody else opened it at the same moment: theirs is the one.
  if (inserted === undefined && lead.conversationId !== null) return ensureLead(scope, lead);
  const opened = await getLead(scope, inserted?.id ?? "");
  await scope.emit(leadCreated, announcement(opened));
  scope.nudge("leads", opened.id);
  return opened;
}

export type LeadFields = Partial<{
  problem_description: string;
  job_type: string | null;
  trade: string | null;
  urgency_level: LeadResponse["urgency_level"];
  estimated_value: string | null;
  status: LeadResponse["status"];
  status_notes: string | null;
  lost_reason: string | null;
  appointment_id: string;
  address: string;
  zip: string | null;
  ai_confidence_score: number;
}>;

/**
 * Changes a lead; `undefined` leaves a field, `null` clears it.
 * @throws Refused not_found; lost_needs_reason when it is lost without saying why; another_open_lead when it would be the
 * second open one of its conversation.
 */
export async function updateLead(scope: Scope, id: string, fields: LeadFields): Promise<LeadResponse> {
  const before = await getLead(scope, id);
  if (fields.status === "lost" && !(fields.lost_reason ?? before.lost_reason)) throw new Refused(LOST_NEEDS_REASON);
  const changes = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  if (Object.keys(changes).length === 0) return before;
  await scope.tx.updateTable("leads").set(changes).where("id", "=", id).execute().catch(refuseSecondOpenLead);
  const after = await getLead(scope, id);
  if (after.status !== before.status) await scope.emit(leadChanged, announcement(after));
  await scope.audit({ entity_type: "lead", entity_id: id, action: "changed", changes });
  scope.nudge("leads", id);
  return after;
}

/** The database counts, so that two who reopen at the same moment are told apart as well. */
function refuseSecondOpenLead(error: unknown): never {
  throw brokenConstraint(error) === "leads_one_open_a_conversation_idx" ? new Refused(ANOTHER_OPEN_LEAD) : error;
}

/** @throws Refused not_found. */
export async function getLead(scope: Scope, id: string): Promise<LeadResponse> {
  const lead = await findLead(scope, id);
  if (lead === null) throw new Refused(NOT_FOUND, "There is no such lead.");
  return lead;
}

function announcement(lead: LeadResponse) {
  return { lead_id: lead.id, conversation_id: lead.conversation_id, status: lead.status };
}
