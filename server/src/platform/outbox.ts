import { type CompiledQuery, type RawBuilder, sql } from "kysely";
import type { Subscribers } from "./events.ts";
import type { Ids } from "./ids.ts";
import type { Cause } from "./ports.ts";
import type { Actor, AuditEntry, Scope } from "./scope.ts";

/** The one job by which every event reaches a subscriber. */
export const DELIVER_EVENT = "events.deliver";

type Outgoing = Pick<Scope, "emit" | "enqueue" | "setTimer" | "cancelTimer" | "audit">;

export type Outbox = Outgoing & {
  /** What writes everything, in the transaction of the change; null when there is nothing to write. */
  statement(tx: Scope["tx"]): CompiledQuery | null;
  /** How many jobs it starts. */
  jobs(): number;
  /** When the earliest new timer is due. */
  timerDueAt(): Temporal.Instant | null;
};

type EnqueuedJob = { job: string; payload: unknown; key: string | null; queue_name: string | null; priority: number };
type Timer = {
  key: string;
  job: string;
  payload: unknown;
  queue_name: string | null;
  priority: number;
  due_at: string;
};

/** What a transaction announces, starts and notes down, kept until it is about to commit. */
export function createOutbox({ ids, subscribers }: { ids: Ids; subscribers: Subscribers }, actor: Actor, cause: Cause) {
  const events: object[] = [];
  const audits: object[] = [];
  const jobs = new Map<string, EnqueuedJob>();
  /** By key; null for one that is cancelled. */
  const timers = new Map<string, Timer | null>();
  let earliest: Temporal.Instant | null = null;

  /** Of two jobs with one key in one transaction, the later stands for both. */
  function addJob(job: EnqueuedJob): void {
    jobs.set(job.key === null ? `without key ${jobs.size}` : `key ${job.key}`, job);
  }

  const outbox: Outbox = {
    async emit(event, payload) {
      const event_id = ids.id();
      const { correlationId = null, causationId = null } = cause;
      events.push({
        id: event_id,
        type: event.type,
        version: event.version,
        payload: event.payload.parse(payload),
        correlation_id: correlationId,
        causation_id: causationId,
      });
      for (const subscriber of subscribers.get(event.type) ?? []) {
        const delivery = { event_id, subscriber, correlation_id: correlationId ?? event_id };
        addJob({ job: DELIVER_EVENT, payload: delivery, key: null, queue_name: null, priority: 0 });
      }
    },
    async enqueue(job, data, { key = null } = {}) {
      const payload = job.data.parse(data);
      addJob({
        job: job.name,
        payload,
        key,
        queue_name: job.queue?.(payload) ?? null,
        priority: job.priority ?? 0,
      });
    },
    async setTimer(key, dueAt, job, data) {
      const payload = job.data.parse(data);
      const queue_name = job.queue?.(payload) ?? null;
      const due_at = dueAt.toString();
      timers.set(key, { key, job: job.name, payload, queue_name, priority: job.priority ?? 0, due_at });
      if (earliest === null || Temporal.Instant.compare(dueAt, earliest) < 0) earliest = dueAt;
    },
    async cancelTimer(key) {
      timers.set(key, null);
    },
    async audit(entry: AuditEntry) {
      audits.push({
        id: ids.id(),
        entity_type: entry.entity_type,
        entity_id: entry.entity_id,
        action: entry.action,
        actor_type: actor.type,
        actor_id: "id" in actor ? actor.id : null,
        changes: entry.changes ?? {},
      });
    },
    jobs: () => jobs.size,
    timerDueAt: () => earliest,
    statement(tx) {
      const set = [...timers.values()].filter((timer) => timer !== null);
      const cancelled = [...timers].filter(([, timer]) => timer === null).map(([key]) => key);
      const parts = [
        events.length === 0 ? [] : announce(events),
        audits.length === 0 ? [] : note(audits),
        cancelled.length === 0 ? [] : cancel(cancelled),
        set.length === 0 ? [] : time(set),
      ].flat();
      return inOneStatement(parts, [...jobs.values()])?.compile(tx) ?? null;
    },
  };
  return outbox;
}

function inOneStatement(parts: readonly RawBuilder<unknown>[], jobs: readonly EnqueuedJob[]) {
  const start = jobs.length === 0 ? null : sql`select enqueue_jobs(${JSON.stringify(jobs)}::jsonb)`;
  return parts.length === 0 ? start : sql`with ${sql.join(parts)} ${start ?? sql`select`}`;
}

const announce = (events: readonly object[]) => sql`
  announced as (
    insert into events (tenant_id, id, type, version, payload, correlation_id, causation_id)
    select current_tenant_id(), event.* from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as event(
      id uuid, type text, version int, payload jsonb, correlation_id uuid, causation_id uuid))`;

const note = (audits: readonly object[]) => sql`
  noted as (
    insert into audit_logs (tenant_id, id, entity_type, entity_id, action, actor_type, actor_id, changes)
    select current_tenant_id(), entry.* from jsonb_to_recordset(${JSON.stringify(audits)}::jsonb) as entry(
      id uuid, entity_type text, entity_id uuid, action text, actor_type text, actor_id uuid, changes jsonb))`;

const cancel = (keys: readonly string[]) => sql`
  cancelled as (delete from timers where tenant_id = (select current_tenant_id()) and key = any(${keys}::text[]))`;

const time = (timers: readonly Timer[]) => sql`
  timed as (
    insert into timers (tenant_id, key, job, payload, queue_name, priority, due_at)
    select current_tenant_id(), timer.* from jsonb_to_recordset(${JSON.stringify(timers)}::jsonb) as timer(
      key text, job text, payload jsonb, queue_name text, priority int, due_at timestamptz)
    on conflict (tenant_id, key) do update set
      job = excluded.job, payload = excluded.payload, queue_name = excluded.queue_name, priority = excluded.priority,
      due_at = excluded.due_at)`;
