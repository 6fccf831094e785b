import { sql } from "kysely";
import type { Scope } from "#platform/scope.ts";
import type { Story } from "./schema.ts";
import type { Chapter } from "./story-sources.ts";

const NO_COSTS: Story["costs"] = {
  ...{ call: null, legs: null, texts: null, total: null, currency: null },
  ...{ unpriced_legs: 0, unpriced_texts: 0 },
};

/**
 * What the carrier charged for a call, the phones that it rang and its texts in both directions, as far as it has told:
 * prices come hours later. It writes them as negative, bills a phone that was rung as a call of its own, and one that
 * nobody picked up not at all. An account is billed in one currency.
 */
export async function costsOf(scope: Scope, chapter: Chapter): Promise<Story["costs"]> {
  const { callId, conversationId, from, until } = chapter;
  const { rows } = await sql<Story["costs"]>`
    with parts as (
      select 'call' as part, price, price_unit from call_facts where tenant_id = ${scope.tenantId} and id = ${callId}
      union all
      select 'legs', price, price_unit from call_leg_facts
      where tenant_id = ${scope.tenantId} and call_id = ${callId} and (joined_at is not null or price is not null)
      union all
      select 'texts', price, price_unit from send_facts
      where tenant_id = ${scope.tenantId} and message_sid is not null
        and (call_id = ${callId} or (conversation_id = ${conversationId} and created_at between ${from} and ${until}))
      union all
      select 'texts', price, price_unit from message_facts
      where tenant_id = ${scope.tenantId} and direction = 'inbound' and message_sid is not null
        and conversation_id = ${conversationId} and created_at between ${from} and ${until}
    )
    select sum(abs(price)) filter (where part = 'call')::text as call,
           sum(abs(price)) filter (where part = 'legs')::text as legs,
           sum(abs(price)) filter (where part = 'texts')::text as texts,
           sum(abs(price))::text as total,
           max(price_unit) as currency,
           count(*) filter (where part = 'legs' and price is null)::int as unpriced_legs,
           count(*) filter (where part = 'texts' and price is null)::int as unpriced_texts
    from parts`.execute(scope.tx);
  return rows[0] ?? NO_COSTS;
}
