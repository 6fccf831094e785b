import type { Scope } from "#platform/scope.ts";

/** One thread with one customer on one of the business's numbers. */
export type Conversation = {
  id: string;
  contact_id: string | null;
  phone_number_id: string;
  customer_phone: string;
  business_phone: string;
  status: "active" | "waiting" | "resolved" | "closed";
  priority: "low" | "normal" | "high" | "urgent";
  language: "en" | "es";
  /** Who holds the pen. */
  owner_kind: "ai" | "person" | "none";
  owner_user_id: string | null;
  /** Rises with every change of owner; a send under an older one is refused by the database. */
  ownership_token: number;
  assigned_to: string | null;
  first_call_id: string | null;
  last_call_id: string | null;
  lead_id: string | null;
  outcome: "appointment_scheduled" | "quote_provided" | "resolved" | "abandoned" | null;
  tags: string[];
  unread_count: number;
  /** Since when the customer waits for an answer of a person. */
  waiting_since: Temporal.Instant | null;
  last_message_time: Temporal.Instant | null;
  created_at: Temporal.Instant;
};

export type Opening = {
  customerPhone: string;
  phoneNumberId: string;
  contactId: string | null;
  callId?: string | null;
};

/** The open thread with a customer on a number, opened now if there is none. */
export async function openConversation(_scope: Scope, opening: Opening): Promise<Conversation> {
  throw new Error(`Threads are still being built (${opening.phoneNumberId})`);
}

/** @throws Refused not_found. */
export async function getConversation(_scope: Scope, id: string): Promise<Conversation> {
  throw new Error(`Threads are still being built (${id})`);
}

/** The open thread with a customer, the most recent when there are several numbers. */
export async function findOpenConversation(_scope: Scope, _customerPhone: string): Promise<Conversation | null> {
  throw new Error("Threads are still being built");
}

/** What came of the thread, such as a booked visit. */
export async function setOutcome(
  _scope: Scope,
  id: string,
  outcome: NonNullable<Conversation["outcome"]>,
  _data: Record<string, unknown> = {},
): Promise<void> {
  throw new Error(`Threads are still being built (${id} ${outcome})`);
}
