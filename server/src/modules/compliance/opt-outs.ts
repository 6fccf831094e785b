import type { Scope } from "#platform/scope.ts";

export type OptOutSource = "keyword" | "free_text" | "carrier" | "person";

export type OptOutState = { optedOut: boolean; since: Temporal.Instant | null; source: OptOutSource | null };

export type OptOutRecord = {
  phone: string;
  source: OptOutSource;
  /** What the person said, word for word. */
  words?: string;
  messageId?: string;
  /** When they said it, if that is known only now. */
  at?: Temporal.Instant;
};

/** What is in force for a phone: the newest entry of the ledger, whichever channel it names. */
export async function optOutState(scope: Scope, phone: string): Promise<OptOutState> {
  const newest = await scope.tx
    .selectFrom("opt_outs")
    .select(["state", "source", "said_at", "recorded_at"])
    .where("phone", "=", phone)
    .where("channel", "in", ["sms", "all"])
    .orderBy("entry", "desc")
    .limit(1)
    .executeTakeFirst();
  if (newest === undefined) return { optedOut: false, since: null, source: null };
  // The table's CHECK constraint holds the closed set.
  const source = newest.source as OptOutSource;
  return { optedOut: newest.state === "opted_out", since: newest.said_at ?? newest.recorded_at, source };
}

/**
 * Records that a person wants no more texts. Honoured from the commit on; the caller holds the recipient's lock.
 * Repeating it adds no entry. (47 CFR 64.1200(a)(10) allows ten business days; we take none.)
 */
export async function recordOptOut(scope: Scope, record: OptOutRecord): Promise<void> {
  if ((await optOutState(scope, record.phone)).optedOut) return;
  await enter(scope, record, "opted_out");
}

/** Records that a person wants texts again. Without an opt-out in force there is nothing to record. */
export async function recordOptIn(scope: Scope, record: OptOutRecord): Promise<void> {
  if (!(await optOutState(scope, record.phone)).optedOut) return;
  await enter(scope, record, "opted_in");
}

async function enter(scope: Scope, record: OptOutRecord, state: "opted_out" | "opted_in"): Promise<void> {
  await scope.tx
    .insertInto("opt_outs")
    .values({
      tenant_id: scope.tenantId,
      id: scope.newId(),
      phone: record.phone,
      // Revocations reach every channel of texting; calls by people stay possible.
      channel: "sms",
      state,
      source: record.source,
      words: record.words ?? null,
      message_id: record.messageId ?? null,
      said_at: record.at ?? null,
      recorded_by: scope.actor.type === "user" ? scope.actor.id : null,
    })
    .execute();
  await scope.audit({ entity_type: "opt_out", entity_id: null, action: state, changes: { source: record.source } });
}
