import { z } from "zod";
import { type Subscription, subscriberName } from "../events.ts";
import { defineJob } from "../jobs.ts";
import { DELIVER_EVENT } from "../open-scope.ts";
import { SYSTEM } from "../scope.ts";

/** Delivers one event to one subscriber, once: the record of delivery commits with what the subscriber did. */
export function deliverEventJob(subscriptions: readonly Subscription[]) {
  const byName = new Map(subscriptions.map((subscription) => [subscriberName(subscription), subscription]));
  return defineJob({
    name: DELIVER_EVENT,
    data: z.object({ event_id: z.uuid(), subscriber: z.string() }),
    async run(ports, { tenantId, data }) {
      const subscription = byName.get(data.subscriber);
      if (subscription === undefined) throw new Error(`Nobody here is called "${data.subscriber}"`);
      const event = await ports.scope(tenantId, SYSTEM, (scope) =>
        scope.tx.selectFrom("events").selectAll().where("id", "=", data.event_id).executeTakeFirstOrThrow(),
      );
      const cause = { correlationId: event.correlation_id ?? event.id, causationId: event.id };
      await ports.scope(
        tenantId,
        SYSTEM,
        async (scope) => {
          const { numInsertedOrUpdatedRows } = await scope.tx
            .insertInto("event_deliveries")
            .values({ tenant_id: tenantId, event_id: event.id, subscriber: data.subscriber })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst();
          if (numInsertedOrUpdatedRows === 1n) await subscription.deliver(scope, event);
        },
        cause,
      );
    },
  });
}
