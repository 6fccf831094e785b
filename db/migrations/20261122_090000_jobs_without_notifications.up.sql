-- Not breaking.

-- Jobs that wait in no queue and stand for no other go straight into the engine's table. Its own function notifies from
-- within the transaction, and PostgreSQL lets transactions that notify commit one after another, each waiting for the disk.
-- Whoever enqueued tells the workers after the commit.
create or replace function enqueue_jobs(jobs jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  if tenant is null then
    raise exception 'a job needs a tenant' using errcode = 'check_violation';
  end if;
  if exists (
    select from jsonb_array_elements(jobs) as each (job)
    where each.job ->> 'key' is not null or each.job ->> 'queue_name' is not null
      or not exists (select from graphile_worker._private_tasks task where task.identifier = each.job ->> 'job')) then
    perform graphile_worker.add_jobs(array(
      select (each.job ->> 'job', json_build_object('tenant_id', tenant, 'data', each.job -> 'payload'),
              each.job ->> 'queue_name', null, 12, tenant::text || ':' || (each.job ->> 'key'),
              (each.job ->> 'priority')::smallint, null)::graphile_worker.job_spec
      from jsonb_array_elements(jobs) with ordinality as each (job, place) order by each.place));
  else
    insert into graphile_worker._private_jobs (task_id, payload, max_attempts, priority)
    select task.id, json_build_object('tenant_id', tenant, 'data', each.job -> 'payload'), 12,
           (each.job ->> 'priority')::smallint
    from jsonb_array_elements(jobs) with ordinality as each (job, place)
      join graphile_worker._private_tasks task on task.identifier = each.job ->> 'job'
    order by each.place;
  end if;
end
$$;
