-- Not breaking: views gain columns at their end, and functions by which the months of the partitioned tables come and go.
create or replace view webhook_facts with (security_invoker = true) as
select tenant_id, id, provider, topic, subject, body, received_at, processed_at, status, attempts, last_error, dedupe_key, headers
from webhook_inbox;

create or replace view call_facts with (security_invoker = true) as
select tenant_id, id, call_sid, direction, customer_phone, called_phone, contact_id, conversation_id, phone_number_id, status,
       answered, missed, missed_reason, missed_at, started_at, answered_at, ended_at, duration_seconds, is_final, price, price_unit
from calls;

create or replace view send_facts with (security_invoker = true) as
select outbound.tenant_id, outbound.id, outbound.decision_id, outbound.cause, outbound.class, outbound.recipient, outbound.call_id,
       outbound.conversation_id, outbound.body, outbound.state, outbound.state_reason, outbound.status, outbound.error_code, outbound.message_sid,
       outbound.segments, outbound.price, outbound.price_unit, outbound.attempts, outbound.created_at, outbound.sending_at,
       outbound.accepted_at, outbound.sent_at, outbound.delivered_at, outbound.is_final, outbound.last_event_time, outbound.finalized_at,
       outbound.sync_state
from outbound_messages outbound;

-- The server's roles own no table: what may be done to partitions is named here, and nothing else.
create function partitioned_tables() returns table (name text) language sql stable as $$
  select relname::text from pg_class
  where relkind = 'p' and not relispartition and relnamespace = 'public'::regnamespace order by 1
$$;

-- The partitions of a table for the month of a moment and the two after it.
create function make_partitions_ahead(parent text, moment timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from partitioned_tables() where name = parent) then
    raise exception '% has no partitions', parent using errcode = 'invalid_parameter_value';
  end if;
  -- Two servers that look together would both find a partition missing.
  perform pg_advisory_xact_lock(hashtextextended('partitions of ' || parent, 0));
  call make_partitions_around(parent::regclass, moment);
end
$$;
revoke execute on function make_partitions_ahead(text, timestamptz) from public;
grant execute on function make_partitions_ahead(text, timestamptz) to nmc_platform;

-- The partitions of the inbox whose webhooks all came before a moment, with the ids that bound them.
create function inbox_partitions_before(moment timestamptz) returns table (name text, lowest uuid, beyond uuid) language sql stable as $$
  select child.relname::text, id_floor(month at time zone 'UTC'), id_floor((month + interval '1 month') at time zone 'UTC')
  from pg_inherits join pg_class child on child.oid = inhrelid,
       lateral (select to_date(right(child.relname, 6), 'YYYYMM')::timestamp as month) its
  where inhparent = 'webhook_inbox'::regclass and child.relname ~ '^webhook_inbox_[0-9]{6}$'
    and (month + interval '1 month') at time zone 'UTC' <= moment
  order by 1
$$;

-- Drops one of them. What is younger than thirty days stays, whoever asks.
create function drop_inbox_partition(partition text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from inbox_partitions_before(app_now() - interval '30 days') where name = partition) then
    raise exception '% is not a partition of the inbox that has had its time', partition using errcode = 'invalid_parameter_value';
  end if;
  execute format('drop table %I', partition);
end
$$;
revoke execute on function drop_inbox_partition(text) from public;
grant execute on function drop_inbox_partition(text) to nmc_platform;
