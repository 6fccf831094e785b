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
  const [number] = await Promise.all([
    getNumber(scope, opening.phoneNumberId),
    lockRecipient(scope, opening.customerPhone),
  ]);
  const known = await findOpenOn(scope, opening.customerPhone, number.phone_number);
  if (known === null) return begin(scope, opening, number.phone_number);
  if (known.status === "resolved") await beginAnew(scope, known);
  if (known.contact_id === null && opening.contactId !== null)
    await changeConversation(scope, known.id, { contact_id: opening.contactId });
  if (opening.callId != null && opening.callId !== known.last_call_id)
    await followCall(scope, { ...known, contact_id: known.contact_id ?? opening.contactId }, opening.callId);
  return getConversation(scope, known.id);
}

async function begin(scope: Scope, opening: Opening, businessPhone: string): Promise<Conversation> {
  const [contact, owner] = await Promise.all([
    opening.contactId === null ? null : getContact(scope, opening.contactId),
    firstOwner(scope, opening.customerPhone),
  ]);
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
      ...owner,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  if (callId !== null)
    await linkConversation(scope, callId, { conversation_id: row.id, contact_id: opening.contactId });
  await scope.emit(conversationOpened, { conversation_id: row.id, call_id: callId });
  wakePages(scope, row.id);
  return read(row);
}

async function firstOwner(scope: Scope, customerPhone: string) {
  const [{ ai_enabled }, excluded] = await Promise.all([getSettings(scope), isExcluded(scope, customerPhone)]);
  if (!ai_enabled || excluded) return { owner_kind: "none" } as const;
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
  await linkConversation(scope, callId, { conversation_id: known.id, contact_id: known.contact_id });
}
