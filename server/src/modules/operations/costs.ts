import { sql } from "kysely";
import type { Scope } from "#platform/scope.ts";
import type { Story } from "./schema.ts";
import type { Chapter } from "./story-sources.ts";

type CostRow = {
  call: string | null;
  texts: string | null;
  currency: string | null;
  unpriced_texts: number;
};

/** What the carrier charged for a call and its texts, as far as it has told: prices come hours later. It writes them as negative. */
export async function costsOf(scope: Scope, { callId, conversationId, from, until }: Chapter): Promise<Story["costs"]> {
  const { rows } = await sql<CostRow>`
    select (select abs(price)::text from call_facts where tenant_id = ${scope.tenantId} and id = ${callId}) as call,
           sum(abs(text.price))::text as texts,
           coalesce(max(text.price_unit),
                    (select price_unit from call_facts where tenant_id = ${scope.tenantId} and id = ${callId})) as currency,
           count(*) filter (where text.price is null)::int as unpriced_texts
    from send_facts text
    where text.tenant_id = ${scope.tenantId} and text.message_sid is not null
      and (text.call_id = ${callId} or (text.conversation_id = ${conversationId} and text.created_at between ${from} and ${until}))`.execute(
    scope.tx,
  );
  return rows[0] ?? { call: null, texts: null, currency: null, unpriced_texts: 0 };
}
