import { sql } from "kysely";
import type { Scope } from "#platform/scope.ts";

/** From weakest to strongest; marketing needs the last (47 CFR 64.1200(f)(9)). */
export type ConsentKind = "implied" | "express" | "express_written";

export type Consent = {
  phone: string;
  kind: ConsentKind;
  /** Where it was given: "missed_call", "inbound_text", "web_form" ... */
  source: string;
  callId?: string | null;
  evidence?: Record<string, unknown>;
};

/** Keeps the evidence that a person agreed to texts. One entry a kind and source is enough. */
export async function recordConsent(scope: Scope, consent: Consent): Promise<void> {
  const { phone, kind, source, callId = null, evidence = {} } = consent;
  await sql`
    insert into consents (tenant_id, id, phone, channel, kind, source, call_id, evidence)
    select ${scope.tenantId}, ${scope.newId()}, ${phone}, 'sms', ${kind}, ${source}, ${callId}::uuid, ${JSON.stringify(evidence)}::jsonb
    where not exists (
      select from consents
      where tenant_id = ${scope.tenantId} and phone = ${phone} and channel = 'sms' and kind = ${kind} and source = ${source})`.execute(
    scope.tx,
  );
}

/** The kinds of consent to texts that a person has given, in no particular order. */
export async function consentsOf(scope: Scope, phone: string): Promise<ConsentKind[]> {
  const rows = await scope.tx
    .selectFrom("consents")
    .select("kind")
    .distinct()
    .where("phone", "=", phone)
    .where("channel", "=", "sms")
    .execute();
  // The table's CHECK constraint holds the closed set.
  return rows.map((row) => row.kind as ConsentKind);
}
