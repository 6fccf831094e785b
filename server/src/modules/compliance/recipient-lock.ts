import { sql } from "kysely";
import type { Scope } from "#platform/scope.ts";

/** What each transaction holds already: asking again would change nothing. */
const held = new WeakMap<Scope["tx"], Set<string>>();

/**
 * Waits until nobody else decides about, begins or forbids a text to this person, and keeps it so until the transaction
 * ends. Taken before any row of the person's conversations, so that everybody waits in the same order.
 */
export async function lockRecipient(scope: Scope, phone: string): Promise<void> {
  const phones = held.get(scope.tx) ?? new Set();
  if (phones.has(phone)) return;
  held.set(scope.tx, phones.add(phone));
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${scope.tenantId} ${phone}`}, 0))`.execute(scope.tx);
}
