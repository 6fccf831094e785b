-- Events, timers, audit: what the platform writes in the same transaction as the change.
create table events (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  type text not null check (type ~ '^[a-z_]+\.[a-z_]+$'),
  version integer not null default 1,
  payload jsonb not null,
  correlation_id uuid,
  causation_id uuid,
  created_at timestamptz not null default app_now(),
  primary key (tenant_id, id)
);
call protect_tenant_table('events', 'select, insert');
call make_append_only('events');
create index events_correlation_idx on events (tenant_id, correlation_id);
create index events_type_idx on events (tenant_id, type, id);

-- Which subscriber has had which event: nobody acts on one twice.
create table event_deliveries (
  tenant_id uuid not null,
  event_id uuid not null,
  subscriber text not null,
  delivered_at timestamptz not null default app_now(),
  primary key (tenant_id, event_id, subscriber),
  foreign key (tenant_id, event_id) references events (tenant_id, id) on delete cascade
);
call protect_tenant_table('event_deliveries', 'select, insert');

-- What is to happen later, on the application's clock. One timer a key; setting it again moves it.
create table timers (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  key text not null check (char_length(key) between 1 and 200),
  job text not null,
  payload jsonb not null,
  due_at timestamptz not null,
  created_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint timers_one_a_key unique (tenant_id, key)
);
-- Taking a due timer locks its row, and PostgreSQL asks for the right to update for that.
call protect_tenant_table('timers', 'select, insert, update, delete', 'select, update, delete');
create index timers_due_idx on timers (due_at);

-- Who changed what. Partitioned by month through its version 7 id.
create table audit_logs (
  tenant_id uuid not null references tenants (id),
  id uuid not null default new_id(),
  entity_type text not null,
  entity_id uuid,
  action text not null,
  actor_type text not null check (actor_type in ('user', 'ai', 'system', 'customer', 'operator')),
  actor_id uuid,
  changes jsonb not null default '{}',
  created_at timestamptz not null default app_now(),
  primary key (tenant_id, id)
) partition by range (id);
call protect_tenant_table('audit_logs', 'select, insert');
call make_append_only('audit_logs');
create table audit_logs_default partition of audit_logs default;
alter table audit_logs_default enable row level security;
alter table audit_logs_default force row level security;
call make_partitions_around('audit_logs', now());
create index audit_logs_entity_idx on audit_logs (tenant_id, entity_type, entity_id, id);

-- Enqueues a job for the current tenant inside the caller's transaction. The worker's tables belong to nmc_platform and
-- are closed to nmc_app, so that a tenant can start jobs for itself only.
create function enqueue_job(identifier text, payload jsonb, job_key text default null, queue_name text default null, priority int default 0)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  if tenant is null then
    raise exception 'a job needs a tenant' using errcode = 'check_violation';
  end if;
  perform graphile_worker.add_job(
    identifier,
    json_build_object('tenant_id', tenant, 'data', payload),
    queue_name := queue_name,
    job_key := case when job_key is null then null else tenant::text || ':' || job_key end,
    priority := priority,
    max_attempts := 12
  );
end
$$;
revoke execute on function enqueue_job(text, jsonb, text, text, int) from public;
grant execute on function enqueue_job(text, jsonb, text, text, int) to nmc_app;
