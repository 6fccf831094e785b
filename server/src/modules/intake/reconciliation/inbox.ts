import { sql } from "kysely";
import type { Scope } from "#platform/scope.ts";

/** What the inbox has of a page: by dedupe key how far a webhook came, which subjects wait, whose number a subject is. */
export type KnownInInbox = {
  statusOf(dedupeKey: string): string | null;
  waits(subject: string): boolean;
  numberOf(subject: string): string | null;
};

/** Looks a page up in the inbox, in one query. */
export async function lookInInbox(
  scope: Scope,
  page: { subjects: string[]; dedupeKeys: string[] },
): Promise<KnownInInbox> {
  const { rows } = await sql<{ kind: "key" | "subject"; name: string; status: string; phone_number_id: string }>`
    select 'key' as kind, receipt.dedupe_key as name, inbox.status, inbox.phone_number_id
    from webhook_receipts receipt
    join webhook_inbox inbox on inbox.tenant_id = receipt.tenant_id and inbox.id = receipt.inbox_id
    where receipt.tenant_id = ${scope.tenantId} and receipt.provider = 'twilio'
      and receipt.dedupe_key = any(${page.dedupeKeys}::text[])
    union all
    select 'subject', subject, case when bool_or(status in ('pending', 'failed')) then 'waits' else 'received' end,
           min(phone_number_id::text)::uuid
    from webhook_inbox where tenant_id = ${scope.tenantId} and subject = any(${page.subjects}::text[])
    group by subject`.execute(scope.tx);
  const keys = new Map(rows.filter(({ kind }) => kind === "key").map(({ name, status }) => [name, status]));
  const subjects = new Map(rows.filter(({ kind }) => kind === "subject").map((row) => [row.name, row]));
  return {
    statusOf: (dedupeKey) => keys.get(dedupeKey) ?? null,
    waits: (subject) => subjects.get(subject)?.status === "waits",
    numberOf: (subject) => subjects.get(subject)?.phone_number_id ?? null,
  };
}
