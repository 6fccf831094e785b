import { sql } from "kysely";
import type { Ports } from "#platform/ports.ts";
import type { WaitingWebhook } from "./queries.ts";

/** A webhook as it lies in the inbox, of whatever business. */
export type KeptWebhook = WaitingWebhook & {
  status: "pending" | "processed" | "failed" | "dead";
  last_error: string | null;
};

export type WhichWebhooks =
  | { id: string }
  | { subject: string }
  | { status: KeptWebhook["status"] }
  | { newest: number };

const MOST_SHOWN = 1000;

/** Webhooks of every business, in the order of their arrival; for the command line, which does not know whose they are. */
export async function selectKept({ database }: Pick<Ports, "database">, which: WhichWebhooks): Promise<KeptWebhook[]> {
  const { rows } = await sql<KeptWebhook>`
    select * from (
      select inbox.id, inbox.tenant_id, inbox.topic, inbox.subject, inbox.dedupe_key, inbox.body, inbox.received_at, inbox.attempts, inbox.status,
             inbox.last_error, inbox.phone_number_id, number.phone_number, inbox.arrival
      from webhook_inbox inbox
      join number_facts number on number.tenant_id = inbox.tenant_id and number.id = inbox.phone_number_id
      where ${condition(which)}
      order by inbox.id desc limit ${"newest" in which ? which.newest : MOST_SHOWN}) newest
    order by arrival`.execute(database.platform);
  return rows;
}

function condition(which: WhichWebhooks) {
  if ("id" in which) return sql`inbox.id = ${which.id}`;
  if ("subject" in which) return sql`inbox.subject = ${which.subject}`;
  return "status" in which ? sql`inbox.status = ${which.status}` : sql`true`;
}
