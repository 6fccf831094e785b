create or replace view webhook_facts with (security_invoker = true) as
select tenant_id, id, provider, topic, subject, body, received_at, processed_at, status, attempts, last_error, dedupe_key, headers
from webhook_inbox;

create or replace function drop_inbox_partition(partition text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from inbox_partitions_before(app_now() - interval '30 days') where name = partition) then
    raise exception '% is not a partition of the inbox that has had its time', partition using errcode = 'invalid_parameter_value';
  end if;
  execute format('drop table %I', partition);
end
$$;

create or replace function inbox_partitions_before(moment timestamptz) returns table (name text, lowest uuid, beyond uuid) language sql stable as $$
  select child.relname::text, id_floor(month at time zone 'UTC'), id_floor((month + interval '1 month') at time zone 'UTC')
  from pg_inherits join pg_class child on child.oid = inhrelid,
       lateral (select to_date(right(child.relname, 6), 'YYYYMM')::timestamp as month) its
  where inhparent = 'webhook_inbox'::regclass and child.relname ~ '^webhook_inbox_[0-9]{6}$'
    and (month + interval '1 month') at time zone 'UTC' <= moment
  order by 1
$$;

drop index webhook_inbox_dead_idx;
