create or replace function enqueue_jobs(jobs jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  if tenant is null then
    raise exception 'a job needs a tenant' using errcode = 'check_violation';
  end if;
  perform graphile_worker.add_jobs(array(
    select (each.job ->> 'job', json_build_object('tenant_id', tenant, 'data', each.job -> 'payload'),
            each.job ->> 'queue_name', null, 12, tenant::text || ':' || (each.job ->> 'key'),
            (each.job ->> 'priority')::smallint, null)::graphile_worker.job_spec
    from jsonb_array_elements(jobs) with ordinality as each (job, place) order by each.place));
end
$$;
