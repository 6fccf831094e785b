import { sql, type Transaction } from "kysely";
import type { Clock } from "./clock.ts";
import type { Database } from "./database/database.ts";
import type { DB } from "./database/database-types.ts";
import type { Subscribers } from "./events.ts";
import type { Ids } from "./ids.ts";
import type { Cause, Nudge, Ports } from "./ports.ts";
import type { Answers } from "./questions.ts";
import type { Actor, AuditEntry, Scope } from "./scope.ts";

/** The one job by which every event reaches a subscriber. */
export const DELIVER_EVENT = "events.deliver";

export type ScopeFurniture = {
  database: Database;
  clock: Clock;
  ids: Ids;
  subscribers: Subscribers;
  answers: Answers;
  publish: Ports["publish"];
  /** Told after a commit that set timers, of the earliest, so that it is not slept through. */
  timerSet(dueAt: Temporal.Instant): void;
};

/** Makes `ports.scope`: one transaction, bound to a tenant by the database itself. */
export function openScopes(furniture: ScopeFurniture): Ports["scope"] {
  return async (tenantId, actor, work, cause = {}) => {
    const nudges: Nudge[] = [];
    const timers: Opening["timers"] = { earliest: null };
    const result = await furniture.database.app.transaction().execute(async (tx) => {
      const now = furniture.clock.now();
      await sql`select set_config('app.tenant_id', ${tenantId}, true), set_config('app.now', ${now.toString()}, true)`.execute(
        tx,
      );
      return work(scopeOf(furniture, tx, { tenantId, actor, now, cause, nudges, timers }));
    });
    if (nudges.length > 0) furniture.publish(tenantId, nudges);
    if (timers.earliest !== null) furniture.timerSet(timers.earliest);
    return result;
  };
}

type Opening = {
  tenantId: string;
  actor: Actor;
  now: Temporal.Instant;
  cause: Cause;
  nudges: Nudge[];
  timers: { earliest: Temporal.Instant | null };
};

function scopeOf(furniture: ScopeFurniture, tx: Transaction<DB>, opening: Opening): Scope {
  const { tenantId, actor, now, cause } = opening;
  return {
    tx,
    tenantId,
    actor,
    answers: furniture.answers,
    now: () => now,
    newId: furniture.ids.id,
    async emit(event, payload) {
      const event_id = furniture.ids.id();
      const { correlationId = null, causationId = null } = cause;
      const deliveries = (furniture.subscribers.get(event.type) ?? []).map((subscriber) =>
        JSON.stringify({ event_id, subscriber, correlation_id: correlationId ?? event_id }),
      );
      await sql`
        with announced as (
          insert into events (tenant_id, id, type, version, payload, correlation_id, causation_id)
          values (${tenantId}, ${event_id}, ${event.type}, ${event.version},
                  ${JSON.stringify(event.payload.parse(payload))}, ${correlationId}, ${causationId}))
        select enqueue_job(${DELIVER_EVENT}, delivery) from unnest(${deliveries}::jsonb[]) as delivery`.execute(tx);
    },
    async enqueue(job, data, options = {}) {
      const checked = job.data.parse(data);
      await sql`select enqueue_job(${job.name}, ${JSON.stringify(checked)}::jsonb, ${options.key ?? null}, ${job.queue?.(checked) ?? null}, ${job.priority ?? 0})`.execute(
        tx,
      );
    },
    async setTimer(key, dueAt, job, data) {
      const checked = job.data.parse(data);
      const call = {
        job: job.name,
        payload: JSON.stringify(checked),
        queue_name: job.queue?.(checked) ?? null,
        priority: job.priority ?? 0,
        due_at: dueAt,
      };
      await tx
        .insertInto("timers")
        .values({ tenant_id: tenantId, key, ...call })
        .onConflict((conflict) => conflict.columns(["tenant_id", "key"]).doUpdateSet(call))
        .execute();
      const { timers } = opening;
      if (timers.earliest === null || Temporal.Instant.compare(dueAt, timers.earliest) < 0) timers.earliest = dueAt;
    },
    async cancelTimer(key) {
      await tx.deleteFrom("timers").where("key", "=", key).execute();
    },
    async audit(entry: AuditEntry) {
      await tx
        .insertInto("audit_logs")
        .values({
          tenant_id: tenantId,
          id: furniture.ids.id(),
          entity_type: entry.entity_type,
          entity_id: entry.entity_id,
          action: entry.action,
          actor_type: actor.type,
          actor_id: "id" in actor ? actor.id : null,
          changes: JSON.stringify(entry.changes ?? {}),
        })
        .execute();
    },
    nudge(topic, id) {
      opening.nudges.push({ topic, id });
    },
  };
}
