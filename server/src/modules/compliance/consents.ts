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
  const known = await scope.tx
    .selectFrom("consents")
    .select("id")
    .where("phone", "=", consent.phone)
    .where("channel", "=", "sms")
    .where("kind", "=", consent.kind)
    .where("source", "=", consent.source)
    .limit(1)
    .executeTakeFirst();
  if (known !== undefined) return;
  await scope.tx
    .insertInto("consents")
    .values({
      tenant_id: scope.tenantId,
      id: scope.newId(),
      phone: consent.phone,
      channel: "sms",
      kind: consent.kind,
      source: consent.source,
      call_id: consent.callId ?? null,
      evidence: JSON.stringify(consent.evidence ?? {}),
    })
    .execute();
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
