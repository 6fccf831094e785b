import { linkConversation } from "#calls";
import { lockRecipient } from "#compliance";
import { getContact } from "#contacts";
import { getNumber } from "#numbers";
import { isExcluded } from "#outreach";
import type { Scope } from "#platform/scope.ts";
import { getSettings } from "#tenants";
import { type Conversation, changeConversation, findOpenOn, getConversation, read, wakePages } from "./conversation.ts";
import { conversationHandedBack, conversationOpened } from "./schema.ts";

export type Opening = {
  customerPhone: string;
  phoneNumberId: string;
  contactId: string | null;
  /** The call that it follows. */
  callId?: string | null;
};

/**
 * The open thread with a customer on a number, opened now if there is none. A resolved one begins anew. The assistant gets
 * the pen of a thread that begins, unless it is switched off or the number is excluded.
 */
export async function openConversation(scope: Scope, opening: Opening): Promise<Conversation> {
  await lockRecipient(scope, opening.customerPhone);
  const number = await getNumber(scope, opening.phoneNumberId);
  const known = await findOpenOn(scope, opening.customerPhone, number.phone_number);
  if (known === null) return begin(scope, opening, number.phone_number);
  if (known.status === "resolved") await beginAnew(scope, known);
  if (known.contact_id === null && opening.contactId !== null)
    await changeConversation(scope, known.id, { contact_id: opening.contactId });
  if (opening.callId != null && opening.callId !== known.last_call_id) await followCall(scope, known, opening.callId);
  return getConversation(scope, known.id);
}

async function begin(scope: Scope, opening: Opening, businessPhone: string): Promise<Conversation> {
  const contact = opening.contactId === null ? null : await getContact(scope, opening.contactId);
  const callId = opening.callId ?? null;
  const row = await scope.tx
    .insertInto("conversations")
    .values({
      tenant_id: scope.tenantId,
      id: scope.newId(),
      contact_id: opening.contactId,
      phone_number_id: opening.phoneNumberId,
      customer_phone: opening.customerPhone,
      business_phone: businessPhone,
      language: contact?.language ?? "en",
      last_message_time: scope.now(),
      first_call_id: callId,
      last_call_id: callId,
      total_calls: callId === null ? 0 : 1,
      ...(await firstOwner(scope, opening.customerPhone)),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  if (callId !== null) await linkConversation(scope, callId, row.id);
  await scope.emit(conversationOpened, { conversation_id: row.id, call_id: callId });
  wakePages(scope, row.id);
  return read(row);
}

async function firstOwner(scope: Scope, customerPhone: string) {
  const { ai_enabled } = await getSettings(scope);
  if (!ai_enabled || (await isExcluded(scope, customerPhone))) return { owner_kind: "none" } as const;
  return { owner_kind: "ai", ai_handoff_time: scope.now() } as const;
}

async function beginAnew(scope: Scope, known: Conversation): Promise<void> {
  const owner = await firstOwner(scope, known.customer_phone);
  const ownership_token = known.ownership_token + 1;
  const fresh = { status: "active", owner_user_id: null, waiting_since: null, handover_reason: null } as const;
  await changeConversation(scope, known.id, { ...fresh, ...owner, ownership_token });
  if (owner.owner_kind === "ai") await scope.emit(conversationHandedBack, { conversation_id: known.id });
}

async function followCall(scope: Scope, known: Conversation, callId: string): Promise<void> {
  await changeConversation(scope, known.id, {
    first_call_id: known.first_call_id ?? callId,
    last_call_id: callId,
    total_calls: known.total_calls + 1,
  });
  await linkConversation(scope, callId, known.id);
}
