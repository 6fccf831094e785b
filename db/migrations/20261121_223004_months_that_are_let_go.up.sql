-- Not breaking: an index, functions that refuse more, and a view without a column that nobody read.

-- Dead webhooks are few, and are asked for among millions.
create index webhook_inbox_dead_idx on webhook_inbox (tenant_id, id) where status = 'dead';

-- The partitions of the inbox whose webhooks all came before a moment, with the ids that bound them. The database's own clock
-- has a say, too, which no caller can set: what is younger than thirty days by it stays.
create or replace function inbox_partitions_before(moment timestamptz) returns table (name text, lowest uuid, beyond uuid) language sql stable as $$
  select child.relname::text, id_floor(month at time zone 'UTC'), id_floor((month + interval '1 month') at time zone 'UTC')
  from pg_inherits join pg_class child on child.oid = inhrelid,
       lateral (select to_date(right(child.relname, 6), 'YYYYMM')::timestamp as month) its
  where inhparent = 'webhook_inbox'::regclass and child.relname ~ '^webhook_inbox_[0-9]{6}$'
    and (month + interval '1 month') at time zone 'UTC' <= least(moment, now() - interval '30 days')
  order by 1
$$;

-- Drops one of them. What is younger than thirty days stays, and what somebody has still to receive or to look at, whoever asks.
create or replace function drop_inbox_partition(partition text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  waits boolean;
begin
  if not exists (select from inbox_partitions_before(app_now() - interval '30 days') where name = partition) then
    raise exception '% is not a partition of the inbox that has had its time', partition using errcode = 'invalid_parameter_value';
  end if;
  -- The parent first, as everybody who reads it: nothing of the month changes from here on.
  lock table only webhook_inbox in access exclusive mode;
  -- An owner that is no superuser sees no row while the policies hold for it, too.
  execute format('alter table %I no force row level security', partition);
  execute format('select exists (select from %1$I where status in (''pending'', ''failed''))
                      or exists (select from %1$I where status = ''dead'')', partition) into waits;
  if waits then
    raise exception 'not everything in % was received', partition using errcode = 'object_in_use';
  end if;
  execute format('drop table %I', partition);
end
$$;

drop view webhook_facts;
create view webhook_facts with (security_invoker = true) as
select tenant_id, id, provider, topic, subject, body, received_at, processed_at, status, attempts, last_error, dedupe_key
from webhook_inbox;
grant select on webhook_facts to nmc_app;
