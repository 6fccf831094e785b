import { type Selectable, sql } from "kysely";
import { z } from "zod";
import type { Events } from "../database/database-types.ts";
import { type Subscription, subscriberName } from "../events.ts";
import { defineJob } from "../jobs.ts";
import { DELIVER_EVENT } from "../outbox.ts";
import { type Scope, SYSTEM } from "../scope.ts";

/** Delivers one event to one subscriber, once: the record of delivery commits with what the subscriber did. */
export function deliverEventJob(subscriptions: readonly Subscription[]) {
  const byName = new Map(subscriptions.map((subscription) => [subscriberName(subscription), subscription]));
  return defineJob({
    name: DELIVER_EVENT,
    data: z.object({ event_id: z.uuid(), subscriber: z.string(), correlation_id: z.uuid() }),
    async run(ports, { tenantId, data: { event_id, subscriber, correlation_id } }) {
      const subscription = byName.get(subscriber);
      if (subscription === undefined) throw new Error(`Nobody here is called "${subscriber}"`);
      const deliver = async (scope: Scope) => {
        const event = await recordDelivery(scope, event_id, subscriber);
        if (event !== undefined) await subscription.deliver(scope, event);
      };
      await ports.scope(tenantId, SYSTEM, deliver, { correlationId: correlation_id, causationId: event_id });
    },
  });
}

/** The event, unless the subscriber has had it. */
async function recordDelivery(scope: Scope, eventId: string, subscriber: string) {
  const { rows } = await sql<Selectable<Events>>`
    with delivery as (
      insert into event_deliveries (tenant_id, event_id, subscriber) values (${scope.tenantId}, ${eventId}, ${subscriber})
      on conflict do nothing returning event_id)
    select events.* from events join delivery on delivery.event_id = events.id
    where events.tenant_id = ${scope.tenantId}`.execute(scope.tx);
  return rows[0];
}
