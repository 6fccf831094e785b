-- The live schema, written out by `npm run gen`. Change it by a migration, never here.

-- Extensions

create extension btree_gist;

create extension citext;

create extension cube;

create extension earthdistance;

create extension pg_trgm;

create extension unaccent;

-- Domains

create domain currency_code as character(3) CHECK ((VALUE ~ '^[A-Z]{3}$'::text));

create domain email_address as citext CHECK ((VALUE ~ '^[^@\s]{1,64}@[^@\s]{1,255}$'::citext));

create domain iana_timezone as text CHECK (((VALUE IS NULL) OR ((now() AT TIME ZONE VALUE) IS NOT NULL)));

create domain phone_e164 as text CHECK ((VALUE ~ '^\+[1-9][0-9]{1,14}$'::text));

-- Functions and procedures

CREATE OR REPLACE FUNCTION public.app_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())
$function$;

CREATE OR REPLACE FUNCTION public.current_tenant_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('app.tenant_id', true), '')::uuid
$function$;

CREATE OR REPLACE FUNCTION public.drop_inbox_partition(partition text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.enqueue_job(identifier text, payload jsonb, job_key text DEFAULT NULL::text, queue_name text DEFAULT NULL::text, priority integer DEFAULT 0)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.enqueue_jobs(jobs jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.id_floor(moment timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select (encode(substring(int8send((extract(epoch from moment) * 1000)::bigint) from 3), 'hex')
          || '00000000000000000000')::uuid
$function$;

CREATE OR REPLACE FUNCTION public.inbox_partitions_before(moment timestamp with time zone)
 RETURNS TABLE(name text, lowest uuid, beyond uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select child.relname::text, id_floor(month at time zone 'UTC'), id_floor((month + interval '1 month') at time zone 'UTC')
  from pg_inherits join pg_class child on child.oid = inhrelid,
       lateral (select to_date(right(child.relname, 6), 'YYYYMM')::timestamp as month) its
  where inhparent = 'webhook_inbox'::regclass and child.relname ~ '^webhook_inbox_[0-9]{6}$'
    and (month + interval '1 month') at time zone 'UTC' <= least(moment, now() - interval '30 days')
  order by 1
$function$;

CREATE OR REPLACE PROCEDURE public.make_append_only(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function refuse_change()', target);
  execute format('create trigger no_truncate before truncate on %s for each statement execute function refuse_change()', target);
end
$procedure$;

CREATE OR REPLACE PROCEDURE public.make_monthly_partition(IN parent regclass, IN month_start date)
 LANGUAGE plpgsql
AS $procedure$
declare
  partition_name text := format('%s_%s', parent::text, to_char(month_start, 'YYYYMM'));
begin
  if to_regclass(partition_name) is not null then
    return;
  end if;
  execute format('create table %I partition of %s for values from (%L) to (%L)', partition_name, parent,
                 id_floor(month_start::timestamp at time zone 'UTC'),
                 id_floor((month_start + interval '1 month')::timestamp at time zone 'UTC'));
  execute format('alter table %I enable row level security', partition_name);
  execute format('alter table %I force row level security', partition_name);
exception
  -- The default partition already holds rows of that month: they stay there until retention drops them.
  when check_violation then
    raise notice 'rows of % stay in the default partition of %', to_char(month_start, 'YYYY-MM'), parent;
end
$procedure$;

CREATE OR REPLACE FUNCTION public.make_partitions_ahead(parent text, moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from partitioned_tables() where name = parent) then
    raise exception '% has no partitions', parent using errcode = 'invalid_parameter_value';
  end if;
  -- Two servers that look together would both find a partition missing.
  perform pg_advisory_xact_lock(hashtextextended('partitions of ' || parent, 0));
  call make_partitions_around(parent::regclass, moment);
end
$function$;

CREATE OR REPLACE PROCEDURE public.make_partitions_around(IN parent regclass, IN moment timestamp with time zone, IN months_ahead integer DEFAULT 2)
 LANGUAGE plpgsql
AS $procedure$
begin
  for step in 0..months_ahead loop
    call make_monthly_partition(parent, (date_trunc('month', moment at time zone 'UTC') + step * interval '1 month')::date);
  end loop;
end
$procedure$;

CREATE OR REPLACE FUNCTION public.new_id()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
AS $function$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
              placing substring(int8send((extract(epoch from app_now()) * 1000)::bigint) from 3)
              from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$function$;

CREATE OR REPLACE FUNCTION public.partitioned_tables()
 RETURNS TABLE(name text)
 LANGUAGE sql
 STABLE
AS $function$
  select relname::text from pg_class
  where relkind = 'p' and not relispartition and relnamespace = 'public'::regnamespace order by 1
$function$;

CREATE OR REPLACE PROCEDURE public.protect_tenant_table(IN target regclass, IN app_rights text DEFAULT 'select, insert, update, delete'::text, IN platform_rights text DEFAULT NULL::text, IN tenant_column text DEFAULT 'tenant_id'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant_isolation on %s to nmc_app using (%I = (select current_tenant_id())) with check (%I = (select current_tenant_id()))',
                 target, tenant_column, tenant_column);
  execute format('grant %s on %s to nmc_app', app_rights, target);
  if platform_rights is not null then
    execute format('create policy across_tenants on %s to nmc_platform using (true) with check (true)', target);
    execute format('grant %s on %s to nmc_platform', platform_rights, target);
  end if;
  if exists (select from pg_attribute where attrelid = target and attname = 'updated_at' and not attisdropped) then
    execute format('create trigger set_updated_at before update on %s for each row execute function set_updated_at()', target);
  end if;
end
$procedure$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$function$;

CREATE OR REPLACE FUNCTION public.refuse_stale_owner()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  current_token bigint;
begin
  if new.ownership_token is null or new.state not in ('queued', 'sending') then
    return new;
  end if;
  select ownership_token into current_token from conversations
  where tenant_id = new.tenant_id and id = new.conversation_id for share;
  if current_token is distinct from new.ownership_token then
    raise exception 'the conversation passed to another owner' using errcode = 'NM001';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.set_updated_at()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.updated_at := app_now();
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.take_unprompted_text(phone phone_e164, at_most integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  digest bytea := sha256(convert_to(phone, 'UTF8'));
  this_hour timestamptz := date_trunc('hour', app_now(), 'UTC');
begin
  perform pg_advisory_xact_lock(hashtextextended('unprompted ' || phone, 0));
  if (select coalesce(sum(texts), 0) from unprompted_texts
      where phone_digest = digest and hour > this_hour - interval '24 hours') >= at_most then
    return false;
  end if;
  insert into unprompted_texts values (digest, this_hour, 1)
  on conflict (phone_digest, hour) do update set texts = unprompted_texts.texts + 1;
  delete from unprompted_texts where phone_digest = digest and hour <= this_hour - interval '24 hours';
  return true;
end
$function$;

-- Sequences

create sequence webhook_arrivals as bigint;

-- Tables

create table activities (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  type text not null,
  subject text not null,
  description text,
  contact_id uuid,
  call_id uuid,
  conversation_id uuid,
  assigned_to uuid,
  priority text default 'normal'::text not null,
  due_at timestamp with time zone,
  done_at timestamp with time zone,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  cause text,
  constraint activities_call_fk FOREIGN KEY (tenant_id, call_id) REFERENCES calls(tenant_id, id),
  constraint activities_conversation_fk FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id),
  constraint activities_pkey PRIMARY KEY (tenant_id, id),
  constraint activities_priority_check CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text]))),
  constraint activities_subject_check CHECK (((char_length(subject) >= 1) AND (char_length(subject) <= 255))),
  constraint activities_tenant_id_assigned_to_fkey FOREIGN KEY (tenant_id, assigned_to) REFERENCES user_profiles(tenant_id, user_id),
  constraint activities_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint activities_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint activities_type_check CHECK ((type = ANY (ARRAY['task'::text, 'meeting'::text, 'call'::text, 'email'::text, 'note'::text, 'follow_up'::text])))
);
alter table activities enable row level security, force row level security;

create table appointments (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  resource_id uuid not null,
  contact_id uuid not null,
  lead_id uuid,
  conversation_id uuid,
  assigned_user_id uuid,
  scheduled_start timestamp with time zone not null,
  scheduled_end timestamp with time zone not null,
  window_start timestamp with time zone not null,
  window_end timestamp with time zone not null,
  blocked_until timestamp with time zone not null,
  actual_start timestamp with time zone,
  actual_end timestamp with time zone,
  timezone iana_timezone not null,
  service_type text not null,
  problem_description text,
  address text,
  zip text,
  duration_minutes integer not null,
  estimated_cost_min numeric(15,2),
  estimated_cost_max numeric(15,2),
  actual_cost numeric(15,2),
  currency currency_code default 'USD'::bpchar not null,
  status text default 'scheduled'::text not null,
  booked_by text default 'ai'::text not null,
  cancelled_at timestamp with time zone,
  cancellation_reason text,
  reminder_sent_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  customer_satisfaction integer,
  customer_feedback text,
  calendar_provider text,
  google_event_id text,
  outlook_event_id text,
  version integer default 1 not null,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint appointments_booked_by_check CHECK ((booked_by = ANY (ARRAY['ai'::text, 'person'::text, 'customer'::text]))),
  constraint appointments_customer_satisfaction_check CHECK (((customer_satisfaction >= 1) AND (customer_satisfaction <= 5))),
  constraint appointments_duration_minutes_check CHECK (((duration_minutes >= 15) AND (duration_minutes <= 1440))),
  constraint appointments_no_double_booking EXCLUDE USING gist (tenant_id WITH =, resource_id WITH =, tstzrange(scheduled_start, blocked_until) WITH &&) WHERE ((status <> ALL (ARRAY['cancelled'::text, 'no_show'::text]))),
  constraint appointments_pkey PRIMARY KEY (tenant_id, id),
  constraint appointments_status_check CHECK ((status = ANY (ARRAY['scheduled'::text, 'confirmed'::text, 'en_route'::text, 'in_progress'::text, 'completed'::text, 'cancelled'::text, 'no_show'::text]))),
  constraint appointments_tenant_id_assigned_user_id_fkey FOREIGN KEY (tenant_id, assigned_user_id) REFERENCES user_profiles(tenant_id, user_id),
  constraint appointments_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint appointments_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id),
  constraint appointments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint appointments_tenant_id_lead_id_fkey FOREIGN KEY (tenant_id, lead_id) REFERENCES leads(tenant_id, id),
  constraint appointments_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resources(tenant_id, id),
  constraint appointments_times_in_order CHECK (((scheduled_start < scheduled_end) AND (scheduled_end <= blocked_until) AND (window_start <= window_end)))
);
alter table appointments enable row level security, force row level security;

create table audit_logs (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  entity_type text not null,
  entity_id uuid,
  action text not null,
  actor_type text not null,
  actor_id uuid,
  changes jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default app_now() not null,
  constraint audit_logs_actor_type_check CHECK ((actor_type = ANY (ARRAY['user'::text, 'ai'::text, 'system'::text, 'customer'::text, 'operator'::text]))),
  constraint audit_logs_pkey PRIMARY KEY (tenant_id, id),
  constraint audit_logs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
) partition by RANGE (id);
alter table audit_logs enable row level security, force row level security;

create table business_settings (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  business_hours jsonb default '{"friday": {"open": "09:00", "close": "17:00"}, "monday": {"open": "09:00", "close": "17:00"}, "sunday": null, "tuesday": {"open": "09:00", "close": "17:00"}, "saturday": null, "thursday": {"open": "09:00", "close": "17:00"}, "wednesday": {"open": "09:00", "close": "17:00"}}'::jsonb not null,
  holidays jsonb default '[]'::jsonb not null,
  services_offered text[] default '{}'::text[] not null,
  auto_response_enabled boolean default true not null,
  auto_response_message text,
  greeting_template text default 'Hi, this is {{business_name}}. Sorry we missed your call. What can we help you with? Reply STOP to opt out.'::text not null,
  after_hours_template text default 'Hi, this is {{business_name}}. We are closed right now, but we can book you in by text. What do you need help with? Reply STOP to opt out.'::text not null,
  holiday_template text default 'Hi, this is {{business_name}}. We are closed for {{holiday}}, but we can book you in by text. What do you need help with? Reply STOP to opt out.'::text not null,
  text_back_window_minutes integer default 30 not null,
  text_back_max_age_minutes integer default 10 not null,
  ai_enabled boolean default true not null,
  ai_personality text default 'professional'::text not null,
  ai_takeover_delay_seconds integer default 60 not null,
  ai_confidence_threshold numeric(3,2) default 0.50 not null,
  basic_job_estimate_min numeric(15,2) default 150 not null,
  basic_job_estimate_max numeric(15,2) default 300 not null,
  emergency_service_enabled boolean default false not null,
  emergency_after_hours boolean default false not null,
  emergency_phone phone_e164,
  emergency_multiplier_evening numeric(4,2) default 2.25 not null,
  emergency_multiplier_night numeric(4,2) default 2.75 not null,
  emergency_multiplier_weekend numeric(4,2) default 2.00 not null,
  max_jobs_per_day integer default 20 not null,
  max_concurrent_jobs integer default 3 not null,
  booking_advance_days integer default 30 not null,
  cancellation_window_hours integer default 24 not null,
  job_duration_minutes integer default 120 not null,
  travel_buffer_minutes integer default 30 not null,
  arrival_window_minutes integer default 120 not null,
  reminder_hours_before integer default 24 not null,
  base_hourly_rate numeric(15,2) default 85 not null,
  minimum_charge numeric(15,2) default 150 not null,
  travel_fee_enabled boolean default true not null,
  travel_fee_per_mile numeric(15,2) default 2.50 not null,
  diagnostic_fee numeric(15,2) default 75 not null,
  currency currency_code default 'USD'::bpchar not null,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint business_settings_after_hours_template_check CHECK ((((char_length(after_hours_template) >= 10) AND (char_length(after_hours_template) <= 500)) AND (after_hours_template ~~ '%{{business_name}}%'::text))),
  constraint business_settings_ai_confidence_threshold_check CHECK (((ai_confidence_threshold >= (0)::numeric) AND (ai_confidence_threshold <= (1)::numeric))),
  constraint business_settings_ai_personality_check CHECK ((ai_personality = ANY (ARRAY['professional'::text, 'friendly'::text, 'brief'::text]))),
  constraint business_settings_ai_takeover_delay_seconds_check CHECK (((ai_takeover_delay_seconds >= 60) AND (ai_takeover_delay_seconds <= 1800))),
  constraint business_settings_arrival_window_minutes_check CHECK (((arrival_window_minutes >= 0) AND (arrival_window_minutes <= 480))),
  constraint business_settings_auto_response_message_check CHECK (((char_length(auto_response_message) >= 10) AND (char_length(auto_response_message) <= 500))),
  constraint business_settings_base_hourly_rate_check CHECK ((base_hourly_rate >= (0)::numeric)),
  constraint business_settings_basic_job_estimate_max_check CHECK (((basic_job_estimate_max >= (25)::numeric) AND (basic_job_estimate_max <= (10000)::numeric))),
  constraint business_settings_basic_job_estimate_min_check CHECK (((basic_job_estimate_min >= (25)::numeric) AND (basic_job_estimate_min <= (10000)::numeric))),
  constraint business_settings_booking_advance_days_check CHECK (((booking_advance_days >= 1) AND (booking_advance_days <= 365))),
  constraint business_settings_cancellation_window_hours_check CHECK (((cancellation_window_hours >= 0) AND (cancellation_window_hours <= 336))),
  constraint business_settings_diagnostic_fee_check CHECK ((diagnostic_fee >= (0)::numeric)),
  constraint business_settings_emergency_multiplier_evening_check CHECK ((emergency_multiplier_evening >= (1)::numeric)),
  constraint business_settings_emergency_multiplier_night_check CHECK ((emergency_multiplier_night >= (1)::numeric)),
  constraint business_settings_emergency_multiplier_weekend_check CHECK ((emergency_multiplier_weekend >= (1)::numeric)),
  constraint business_settings_estimate_order CHECK ((basic_job_estimate_min < basic_job_estimate_max)),
  constraint business_settings_greeting_template_check CHECK ((((char_length(greeting_template) >= 10) AND (char_length(greeting_template) <= 500)) AND (greeting_template ~~ '%{{business_name}}%'::text))),
  constraint business_settings_holiday_template_check CHECK ((((char_length(holiday_template) >= 10) AND (char_length(holiday_template) <= 500)) AND (holiday_template ~~ '%{{business_name}}%'::text))),
  constraint business_settings_job_duration_minutes_check CHECK (((job_duration_minutes >= 15) AND (job_duration_minutes <= 720))),
  constraint business_settings_max_concurrent_jobs_check CHECK (((max_concurrent_jobs >= 1) AND (max_concurrent_jobs <= 200))),
  constraint business_settings_max_jobs_per_day_check CHECK (((max_jobs_per_day >= 1) AND (max_jobs_per_day <= 1000))),
  constraint business_settings_minimum_charge_check CHECK ((minimum_charge >= (0)::numeric)),
  constraint business_settings_one_a_tenant UNIQUE (tenant_id),
  constraint business_settings_pkey PRIMARY KEY (tenant_id, id),
  constraint business_settings_reminder_hours_before_check CHECK (((reminder_hours_before >= 1) AND (reminder_hours_before <= 168))),
  constraint business_settings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint business_settings_text_back_max_age_minutes_check CHECK (((text_back_max_age_minutes >= 1) AND (text_back_max_age_minutes <= 1440))),
  constraint business_settings_text_back_window_minutes_check CHECK (((text_back_window_minutes >= 1) AND (text_back_window_minutes <= 1440))),
  constraint business_settings_travel_buffer_minutes_check CHECK (((travel_buffer_minutes >= 0) AND (travel_buffer_minutes <= 240))),
  constraint business_settings_travel_fee_per_mile_check CHECK ((travel_fee_per_mile >= (0)::numeric))
);
alter table business_settings enable row level security, force row level security;

create table call_events (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  call_id uuid not null,
  call_sid text not null,
  event_type text not null,
  event_key text not null,
  sequence_number integer,
  occurred_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  payload jsonb not null,
  source text not null,
  inbox_id uuid,
  constraint call_events_once UNIQUE (tenant_id, call_id, event_key),
  constraint call_events_pkey PRIMARY KEY (tenant_id, call_id, id),
  constraint call_events_source_check CHECK ((source = ANY (ARRAY['webhook'::text, 'reconciliation'::text]))),
  constraint call_events_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES calls(tenant_id, id)
) partition by RANGE (call_id);
alter table call_events enable row level security, force row level security;

create table call_metadata (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  call_id uuid not null,
  metadata_key text not null,
  metadata_value text not null,
  metadata_type text default 'string'::text not null,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint call_metadata_metadata_key_check CHECK ((char_length(metadata_key) <= 100)),
  constraint call_metadata_metadata_type_check CHECK ((metadata_type = ANY (ARRAY['string'::text, 'number'::text, 'boolean'::text, 'json'::text]))),
  constraint call_metadata_one_a_key UNIQUE (tenant_id, call_id, metadata_key),
  constraint call_metadata_pkey PRIMARY KEY (tenant_id, id),
  constraint call_metadata_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES calls(tenant_id, id) ON DELETE CASCADE
);
alter table call_metadata enable row level security, force row level security;

create table call_participants (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  call_id uuid not null,
  leg_sid text,
  phone_number text not null,
  participant_type text not null,
  status text default 'initiated'::text not null,
  answered_by text,
  joined_at timestamp with time zone,
  left_at timestamp with time zone,
  muted boolean default false not null,
  on_hold boolean default false not null,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  price numeric(10,4),
  price_unit text,
  constraint call_participants_one_a_leg UNIQUE (tenant_id, call_id, leg_sid),
  constraint call_participants_participant_type_check CHECK ((participant_type = ANY (ARRAY['caller'::text, 'callee'::text, 'agent'::text, 'ai-assistant'::text]))),
  constraint call_participants_pkey PRIMARY KEY (tenant_id, id),
  constraint call_participants_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES calls(tenant_id, id) ON DELETE CASCADE
);
alter table call_participants enable row level security, force row level security;

create table calls (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  call_sid text not null,
  parent_call_sid text,
  phone_number_id uuid,
  contact_id uuid,
  conversation_id uuid,
  lead_id uuid,
  caller_phone text not null,
  called_phone text not null,
  customer_phone phone_e164,
  direction text default 'inbound'::text not null,
  type text default 'voice'::text not null,
  status text default 'initiated'::text not null,
  last_event_type text,
  answered boolean,
  missed boolean,
  missed_reason text,
  missed_at timestamp with time zone,
  answered_by text,
  started_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  duration_seconds integer,
  caller_name text,
  caller_city text,
  caller_state text,
  caller_zip text,
  caller_country text,
  forwarded_from text,
  recording_url text,
  recording_duration_seconds integer,
  price numeric(10,4),
  price_unit text,
  disconnect_reason text,
  last_event_time timestamp with time zone,
  is_final boolean default false not null,
  finalized_at timestamp with time zone,
  sync_state text default 'active'::text not null,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint calls_conversation_fk FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id),
  constraint calls_direction_check CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text]))),
  constraint calls_duration_seconds_check CHECK ((duration_seconds >= 0)),
  constraint calls_lead_fk FOREIGN KEY (tenant_id, lead_id) REFERENCES leads(tenant_id, id),
  constraint calls_missed_or_answered CHECK ((NOT (COALESCE(missed, false) AND COALESCE(answered, false)))),
  constraint calls_one_a_sid UNIQUE (tenant_id, call_sid),
  constraint calls_pkey PRIMARY KEY (tenant_id, id),
  constraint calls_recording_duration_seconds_check CHECK ((recording_duration_seconds >= 0)),
  constraint calls_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'initiated'::text, 'ringing'::text, 'in-progress'::text, 'completed'::text, 'busy'::text, 'no-answer'::text, 'failed'::text, 'canceled'::text]))),
  constraint calls_sync_state_check CHECK ((sync_state = ANY (ARRAY['active'::text, 'frozen'::text]))),
  constraint calls_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint calls_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint calls_tenant_id_phone_number_id_fkey FOREIGN KEY (tenant_id, phone_number_id) REFERENCES phone_numbers(tenant_id, id),
  constraint calls_type_check CHECK ((type = ANY (ARRAY['voice'::text, 'conference'::text, 'forwarded'::text])))
);
alter table calls enable row level security, force row level security;

create table consents (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  phone phone_e164 not null,
  channel text not null,
  kind text not null,
  source text not null,
  call_id uuid,
  evidence jsonb default '{}'::jsonb not null,
  granted_at timestamp with time zone default app_now() not null,
  constraint consents_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'phone'::text, 'email'::text]))),
  constraint consents_kind_check CHECK ((kind = ANY (ARRAY['implied'::text, 'express'::text, 'express_written'::text]))),
  constraint consents_pkey PRIMARY KEY (tenant_id, id),
  constraint consents_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES calls(tenant_id, id),
  constraint consents_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table consents enable row level security, force row level security;

create table contact_emails (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  contact_id uuid not null,
  email email_address not null,
  label text default 'home'::text not null,
  is_primary boolean default true not null,
  created_at timestamp with time zone default app_now() not null,
  constraint contact_emails_one_contact_an_email UNIQUE (tenant_id, email),
  constraint contact_emails_pkey PRIMARY KEY (tenant_id, id),
  constraint contact_emails_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id) ON DELETE CASCADE
);
alter table contact_emails enable row level security, force row level security;

create table contact_phones (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  contact_id uuid not null,
  phone phone_e164 not null,
  label text default 'mobile'::text not null,
  line_type text default 'unknown'::text not null,
  line_type_checked_at timestamp with time zone,
  is_primary boolean default true not null,
  created_at timestamp with time zone default app_now() not null,
  constraint contact_phones_line_type_check CHECK ((line_type = ANY (ARRAY['mobile'::text, 'landline'::text, 'voip'::text, 'tollFree'::text, 'unknown'::text]))),
  constraint contact_phones_one_contact_a_phone UNIQUE (tenant_id, phone),
  constraint contact_phones_pkey PRIMARY KEY (tenant_id, id),
  constraint contact_phones_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id) ON DELETE CASCADE
);
alter table contact_phones enable row level security, force row level security;

create table contacts (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  kind text default 'person'::text not null,
  first_name text,
  last_name text,
  company text,
  job_title text,
  address text,
  address_unit text,
  city text,
  state text,
  zip text,
  latitude double precision,
  longitude double precision,
  property_type text,
  access_notes text,
  equipment text,
  preferred_contact_method text,
  source text default 'missed_call'::text not null,
  status text default 'active'::text not null,
  owner_id uuid,
  do_not_contact boolean default false not null,
  custom_fields jsonb default '{}'::jsonb not null,
  language text default 'en'::text not null,
  timezone iana_timezone,
  last_contacted_at timestamp with time zone,
  merged_into uuid,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint contacts_company_check CHECK ((char_length(company) <= 255)),
  constraint contacts_first_name_check CHECK ((char_length(first_name) <= 100)),
  constraint contacts_job_title_check CHECK ((char_length(job_title) <= 255)),
  constraint contacts_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'company'::text]))),
  constraint contacts_language_check CHECK ((language = ANY (ARRAY['en'::text, 'es'::text]))),
  constraint contacts_last_name_check CHECK ((char_length(last_name) <= 100)),
  constraint contacts_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint contacts_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint contacts_pkey PRIMARY KEY (tenant_id, id),
  constraint contacts_preferred_contact_method_check CHECK ((preferred_contact_method = ANY (ARRAY['phone'::text, 'sms'::text, 'email'::text]))),
  constraint contacts_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'archived'::text]))),
  constraint contacts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint contacts_tenant_id_merged_into_fkey FOREIGN KEY (tenant_id, merged_into) REFERENCES contacts(tenant_id, id),
  constraint contacts_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES user_profiles(tenant_id, user_id)
);
alter table contacts enable row level security, force row level security;

create table conversation_events (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  conversation_id uuid not null,
  call_id uuid,
  event_type text not null,
  event_data jsonb default '{}'::jsonb not null,
  created_by uuid,
  created_at timestamp with time zone default app_now() not null,
  constraint conversation_events_event_type_check CHECK ((event_type = ANY (ARRAY['call_started'::text, 'call_ended'::text, 'note_added'::text, 'status_changed'::text, 'priority_changed'::text, 'assigned'::text, 'unassigned'::text, 'tag_added'::text, 'tag_removed'::text, 'customer_info_updated'::text, 'taken_over'::text, 'handed_back'::text, 'handed_over'::text, 'opted_out'::text, 'opted_in'::text, 'not_sent'::text]))),
  constraint conversation_events_pkey PRIMARY KEY (tenant_id, id),
  constraint conversation_events_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES calls(tenant_id, id),
  constraint conversation_events_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id) ON DELETE CASCADE,
  constraint conversation_events_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES user_profiles(tenant_id, user_id)
);
alter table conversation_events enable row level security, force row level security;

create table conversation_notes (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  conversation_id uuid not null,
  author_id uuid not null,
  body text not null,
  created_at timestamp with time zone default app_now() not null,
  constraint conversation_notes_body_check CHECK (((char_length(body) >= 1) AND (char_length(body) <= 10000))),
  constraint conversation_notes_pkey PRIMARY KEY (tenant_id, id),
  constraint conversation_notes_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES user_profiles(tenant_id, user_id),
  constraint conversation_notes_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id) ON DELETE CASCADE
);
alter table conversation_notes enable row level security, force row level security;

create table conversations (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  contact_id uuid,
  phone_number_id uuid not null,
  customer_phone phone_e164 not null,
  business_phone phone_e164 not null,
  status text default 'active'::text not null,
  subject text,
  priority text default 'normal'::text not null,
  channel text default 'sms'::text not null,
  language text default 'en'::text not null,
  assigned_to uuid,
  first_call_id uuid,
  last_call_id uuid,
  lead_id uuid,
  total_calls integer default 0 not null,
  total_duration_seconds integer default 0 not null,
  owner_kind text default 'none'::text not null,
  owner_user_id uuid,
  ownership_token bigint default 1 not null,
  ai_active boolean generated always as ((owner_kind = 'ai'::text)) stored,
  human_active boolean generated always as ((owner_kind = 'person'::text)) stored,
  ai_handoff_time timestamp with time zone,
  human_takeover_time timestamp with time zone,
  handover_reason text,
  last_message_time timestamp with time zone,
  last_customer_message_time timestamp with time zone,
  last_human_response_time timestamp with time zone,
  waiting_since timestamp with time zone,
  unread_count integer default 0 not null,
  message_count integer default 0 not null,
  customer_message_count integer default 0 not null,
  ai_message_count integer default 0 not null,
  human_message_count integer default 0 not null,
  outcome text,
  outcome_data jsonb default '{}'::jsonb not null,
  tags text[] default '{}'::text[] not null,
  closed_at timestamp with time zone,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint conversations_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'sms'::text, 'email'::text, 'web'::text]))),
  constraint conversations_language_check CHECK ((language = ANY (ARRAY['en'::text, 'es'::text]))),
  constraint conversations_lead_fk FOREIGN KEY (tenant_id, lead_id) REFERENCES leads(tenant_id, id),
  constraint conversations_outcome_check CHECK ((outcome = ANY (ARRAY['appointment_scheduled'::text, 'quote_provided'::text, 'resolved'::text, 'abandoned'::text]))),
  constraint conversations_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['ai'::text, 'person'::text, 'none'::text]))),
  constraint conversations_person_is_named CHECK (((owner_kind = 'person'::text) = (owner_user_id IS NOT NULL))),
  constraint conversations_pkey PRIMARY KEY (tenant_id, id),
  constraint conversations_priority_check CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text]))),
  constraint conversations_status_check CHECK ((status = ANY (ARRAY['active'::text, 'waiting'::text, 'resolved'::text, 'closed'::text]))),
  constraint conversations_tenant_id_assigned_to_fkey FOREIGN KEY (tenant_id, assigned_to) REFERENCES user_profiles(tenant_id, user_id),
  constraint conversations_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint conversations_tenant_id_first_call_id_fkey FOREIGN KEY (tenant_id, first_call_id) REFERENCES calls(tenant_id, id),
  constraint conversations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint conversations_tenant_id_last_call_id_fkey FOREIGN KEY (tenant_id, last_call_id) REFERENCES calls(tenant_id, id),
  constraint conversations_tenant_id_owner_user_id_fkey FOREIGN KEY (tenant_id, owner_user_id) REFERENCES user_profiles(tenant_id, user_id),
  constraint conversations_tenant_id_phone_number_id_fkey FOREIGN KEY (tenant_id, phone_number_id) REFERENCES phone_numbers(tenant_id, id),
  constraint conversations_unread_count_check CHECK ((unread_count >= 0))
);
alter table conversations enable row level security, force row level security;

create table dispatcher_sessions (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  conversation_id uuid not null,
  language text default 'en'::text not null,
  state jsonb not null,
  disclosed_at timestamp with time zone,
  last_message_id uuid,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint dispatcher_sessions_language_check CHECK ((language = ANY (ARRAY['en'::text, 'es'::text]))),
  constraint dispatcher_sessions_one_a_conversation UNIQUE (tenant_id, conversation_id),
  constraint dispatcher_sessions_pkey PRIMARY KEY (tenant_id, id),
  constraint dispatcher_sessions_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id) ON DELETE CASCADE,
  constraint dispatcher_sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint dispatcher_sessions_tenant_id_last_message_id_fkey FOREIGN KEY (tenant_id, last_message_id) REFERENCES messages(tenant_id, id)
);
alter table dispatcher_sessions enable row level security, force row level security;

create table dispatcher_turns (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  conversation_id uuid not null,
  inbound_message_ids uuid[] not null,
  understanding jsonb not null,
  tool_results jsonb default '[]'::jsonb not null,
  decision jsonb not null,
  reply_message_id uuid,
  created_at timestamp with time zone default app_now() not null,
  constraint dispatcher_turns_pkey PRIMARY KEY (tenant_id, id),
  constraint dispatcher_turns_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id) ON DELETE CASCADE,
  constraint dispatcher_turns_tenant_id_reply_message_id_fkey FOREIGN KEY (tenant_id, reply_message_id) REFERENCES messages(tenant_id, id)
);
alter table dispatcher_turns enable row level security, force row level security;

create table event_deliveries (
  tenant_id uuid not null,
  event_id uuid not null,
  subscriber text not null,
  delivered_at timestamp with time zone default app_now() not null,
  constraint event_deliveries_pkey PRIMARY KEY (tenant_id, event_id, subscriber),
  constraint event_deliveries_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES events(tenant_id, id) ON DELETE CASCADE
);
alter table event_deliveries enable row level security, force row level security;

create table events (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  type text not null,
  version integer default 1 not null,
  payload jsonb not null,
  correlation_id uuid,
  causation_id uuid,
  created_at timestamp with time zone default app_now() not null,
  constraint events_pkey PRIMARY KEY (tenant_id, id),
  constraint events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint events_type_check CHECK ((type ~ '^[a-z_]+\.[a-z_]+$'::text))
);
alter table events enable row level security, force row level security;

create table excluded_callers (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  phone phone_e164 not null,
  reason text not null,
  name text,
  created_at timestamp with time zone default app_now() not null,
  constraint excluded_callers_name_check CHECK ((char_length(name) <= 200)),
  constraint excluded_callers_once UNIQUE (tenant_id, phone),
  constraint excluded_callers_pkey PRIMARY KEY (tenant_id, id),
  constraint excluded_callers_reason_check CHECK ((reason = ANY (ARRAY['family'::text, 'crew'::text, 'supplier'::text, 'other'::text]))),
  constraint excluded_callers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table excluded_callers enable row level security, force row level security;

create table leads (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  contact_id uuid not null,
  conversation_id uuid,
  call_id uuid,
  appointment_id uuid,
  source text default 'missed_call'::text not null,
  problem_description text,
  job_type text,
  trade text,
  urgency_level text default 'normal'::text not null,
  estimated_value numeric(15,2),
  currency currency_code default 'USD'::bpchar not null,
  status text default 'new'::text not null,
  status_notes text,
  ai_analysis jsonb default '{}'::jsonb not null,
  ai_confidence_score numeric(3,2),
  ai_recommended_actions jsonb default '[]'::jsonb not null,
  address text,
  zip text,
  latitude double precision,
  longitude double precision,
  outcome text,
  outcome_notes text,
  conversion_value numeric(15,2),
  lost_reason text,
  search tsvector generated always as (to_tsvector('english'::regconfig, ((COALESCE(problem_description, ''::text) || ' '::text) || COALESCE(job_type, ''::text)))) stored,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint leads_appointment_fk FOREIGN KEY (tenant_id, appointment_id) REFERENCES appointments(tenant_id, id),
  constraint leads_outcome_check CHECK ((outcome = ANY (ARRAY['scheduled'::text, 'quoted'::text, 'converted'::text, 'lost'::text]))),
  constraint leads_pkey PRIMARY KEY (tenant_id, id),
  constraint leads_status_check CHECK ((status = ANY (ARRAY['new'::text, 'contacted'::text, 'qualified'::text, 'quoted'::text, 'scheduled'::text, 'converted'::text, 'lost'::text]))),
  constraint leads_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES calls(tenant_id, id),
  constraint leads_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  constraint leads_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id),
  constraint leads_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint leads_urgency_level_check CHECK ((urgency_level = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'emergency'::text])))
);
alter table leads enable row level security, force row level security;

create table message_events (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  message_sid text not null,
  outbound_message_id uuid,
  status text not null,
  event_key text not null,
  error_code integer,
  occurred_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  payload jsonb not null,
  source text not null,
  inbox_id uuid,
  constraint message_events_once UNIQUE (tenant_id, message_sid, event_key),
  constraint message_events_pkey PRIMARY KEY (tenant_id, id),
  constraint message_events_source_check CHECK ((source = ANY (ARRAY['response'::text, 'webhook'::text, 'reconciliation'::text]))),
  constraint message_events_tenant_id_outbound_message_id_fkey FOREIGN KEY (tenant_id, outbound_message_id) REFERENCES outbound_messages(tenant_id, id)
);
alter table message_events enable row level security, force row level security;

create table message_media (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  message_id uuid not null,
  position integer not null,
  provider_url text,
  content_type text not null,
  size_bytes integer,
  content bytea,
  state text default 'pending'::text not null,
  error text,
  created_at timestamp with time zone default app_now() not null,
  constraint message_media_pkey PRIMARY KEY (tenant_id, id),
  constraint message_media_position UNIQUE (tenant_id, message_id, "position"),
  constraint message_media_position_check CHECK (("position" >= 0)),
  constraint message_media_size_bytes_check CHECK (((size_bytes >= 0) AND (size_bytes <= 5242880))),
  constraint message_media_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'stored'::text, 'failed'::text]))),
  constraint message_media_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES messages(tenant_id, id) ON DELETE CASCADE
);
alter table message_media enable row level security, force row level security;

create table messages (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  conversation_id uuid not null,
  message_sid text,
  outbound_message_id uuid,
  decision_id uuid,
  direction text not null,
  sender text not null,
  sender_user_id uuid,
  from_number text not null,
  to_number text not null,
  body text default ''::text not null,
  status text not null,
  error_code integer,
  error_message text,
  ai_processed boolean default false not null,
  ai_generated boolean default false not null,
  confidence numeric(3,2),
  intent text,
  segments integer,
  price numeric(10,4),
  sent_at timestamp with time zone,
  delivered_at timestamp with time zone,
  last_event_time timestamp with time zone,
  is_final boolean default false not null,
  finalized_at timestamp with time zone,
  sync_state text default 'active'::text not null,
  search tsvector generated always as (to_tsvector('english'::regconfig, body)) stored,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  price_unit text,
  constraint messages_direction_check CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text]))),
  constraint messages_message_sid_key UNIQUE (message_sid),
  constraint messages_pkey PRIMARY KEY (tenant_id, id),
  constraint messages_sender_check CHECK ((sender = ANY (ARRAY['customer'::text, 'ai'::text, 'human'::text, 'system'::text]))),
  constraint messages_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'undelivered'::text, 'failed'::text, 'received'::text, 'read'::text, 'refused'::text]))),
  constraint messages_sync_state_check CHECK ((sync_state = ANY (ARRAY['active'::text, 'frozen'::text]))),
  constraint messages_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id) ON DELETE CASCADE,
  constraint messages_tenant_id_decision_id_fkey FOREIGN KEY (tenant_id, decision_id) REFERENCES send_decisions(tenant_id, id),
  constraint messages_tenant_id_outbound_message_id_fkey FOREIGN KEY (tenant_id, outbound_message_id) REFERENCES outbound_messages(tenant_id, id),
  constraint messages_tenant_id_sender_user_id_fkey FOREIGN KEY (tenant_id, sender_user_id) REFERENCES user_profiles(tenant_id, user_id)
);
alter table messages enable row level security, force row level security;

create table messaging_services (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  phone_number_id uuid not null,
  messaging_service_sid text not null,
  friendly_name text not null,
  inbound_webhook_url text not null,
  inbound_method text default 'POST'::text not null,
  fallback_url text,
  status_callback text,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint messaging_services_inbound_method_check CHECK ((inbound_method = ANY (ARRAY['POST'::text, 'GET'::text]))),
  constraint messaging_services_messaging_service_sid_key UNIQUE (messaging_service_sid),
  constraint messaging_services_pkey PRIMARY KEY (tenant_id, id),
  constraint messaging_services_tenant_id_phone_number_id_fkey FOREIGN KEY (tenant_id, phone_number_id) REFERENCES phone_numbers(tenant_id, id) ON DELETE CASCADE
);
alter table messaging_services enable row level security, force row level security;

create table opt_outs (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  phone phone_e164 not null,
  channel text default 'sms'::text not null,
  state text not null,
  source text not null,
  words text,
  message_id uuid,
  recorded_by uuid,
  recorded_at timestamp with time zone default app_now() not null,
  entry bigint generated always as identity not null,
  said_at timestamp with time zone,
  constraint opt_outs_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'phone'::text, 'email'::text, 'all'::text]))),
  constraint opt_outs_message_fk FOREIGN KEY (tenant_id, message_id) REFERENCES messages(tenant_id, id),
  constraint opt_outs_pkey PRIMARY KEY (tenant_id, id),
  constraint opt_outs_recorded_by_fk FOREIGN KEY (tenant_id, recorded_by) REFERENCES user_profiles(tenant_id, user_id),
  constraint opt_outs_source_check CHECK ((source = ANY (ARRAY['keyword'::text, 'free_text'::text, 'carrier'::text, 'person'::text]))),
  constraint opt_outs_state_check CHECK ((state = ANY (ARRAY['opted_out'::text, 'opted_in'::text]))),
  constraint opt_outs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table opt_outs enable row level security, force row level security;

create table outbound_messages (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  decision_id uuid not null,
  cause text not null,
  class text not null,
  recipient phone_e164 not null,
  phone_number_id uuid not null,
  body text not null,
  media_urls text[] default '{}'::text[] not null,
  call_id uuid,
  conversation_id uuid,
  ownership_token bigint,
  state text default 'queued'::text not null,
  state_reason text,
  attempts integer default 0 not null,
  fencing_token bigint default 0 not null,
  leased_until timestamp with time zone,
  message_sid text,
  status text,
  error_code integer,
  segments integer,
  price numeric(10,4),
  price_unit text,
  not_before timestamp with time zone,
  expires_at timestamp with time zone not null,
  unresolved_attempts integer default 0 not null,
  sending_at timestamp with time zone,
  accepted_at timestamp with time zone,
  sent_at timestamp with time zone,
  delivered_at timestamp with time zone,
  last_event_time timestamp with time zone,
  is_final boolean default false not null,
  finalized_at timestamp with time zone,
  sync_state text default 'active'::text not null,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint outbound_messages_attempts_check CHECK (((attempts >= 0) AND (attempts <= 20))),
  constraint outbound_messages_body_check CHECK ((char_length(body) <= 1600)),
  constraint outbound_messages_class_check CHECK ((class = ANY (ARRAY['conversational'::text, 'transactional'::text, 'marketing'::text, 'collection'::text]))),
  constraint outbound_messages_conversation_fk FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id),
  constraint outbound_messages_lease_while_sending CHECK (((state = 'sending'::text) = (leased_until IS NOT NULL))),
  constraint outbound_messages_message_sid_key UNIQUE (message_sid),
  constraint outbound_messages_once_a_cause UNIQUE (tenant_id, cause),
  constraint outbound_messages_pkey PRIMARY KEY (tenant_id, id),
  constraint outbound_messages_segments_check CHECK ((segments >= 0)),
  constraint outbound_messages_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'unknown'::text, 'accepted'::text, 'failed'::text, 'cancelled'::text]))),
  constraint outbound_messages_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'accepted'::text, 'scheduled'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'undelivered'::text, 'failed'::text, 'canceled'::text, 'read'::text, 'partially_delivered'::text]))),
  constraint outbound_messages_sync_state_check CHECK ((sync_state = ANY (ARRAY['active'::text, 'frozen'::text]))),
  constraint outbound_messages_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES calls(tenant_id, id),
  constraint outbound_messages_tenant_id_decision_id_fkey FOREIGN KEY (tenant_id, decision_id) REFERENCES send_decisions(tenant_id, id),
  constraint outbound_messages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint outbound_messages_tenant_id_phone_number_id_fkey FOREIGN KEY (tenant_id, phone_number_id) REFERENCES phone_numbers(tenant_id, id)
);
alter table outbound_messages enable row level security, force row level security;

create table phone_numbers (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  account_id uuid not null,
  phone_number phone_e164 not null,
  phone_number_sid text,
  friendly_name text,
  area_code text,
  locality text,
  region text,
  country character(2) default 'US'::bpchar not null,
  number_type text default 'local'::text not null,
  capabilities text[] default '{voice,sms}'::text[] not null,
  status text default 'provisioning'::text not null,
  status_reason text,
  hook_token text not null,
  webhooks_configured boolean default false not null,
  voice_webhook_url text,
  sms_webhook_url text,
  status_callback_url text,
  monthly_price_cents integer default 100 not null,
  setup_price_cents integer default 0 not null,
  currency currency_code default 'USD'::bpchar not null,
  installation text default 'own'::text not null,
  forward_to text[] default '{}'::text[] not null,
  ring_strategy text default 'together'::text not null,
  ring_timeout_seconds integer default 20 not null,
  screening_enabled boolean default true not null,
  sender_registered boolean default true not null,
  date_provisioned timestamp with time zone,
  date_released timestamp with time zone,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint phone_numbers_forward_to_check CHECK ((array_to_string(forward_to, ' '::text) ~ '^(\+[1-9][0-9]{1,14}( |$))*$'::text)),
  constraint phone_numbers_friendly_name_check CHECK ((char_length(friendly_name) <= 255)),
  constraint phone_numbers_hook_token_check CHECK ((char_length(hook_token) >= 32)),
  constraint phone_numbers_hook_token_key UNIQUE (hook_token),
  constraint phone_numbers_installation_check CHECK ((installation = ANY (ARRAY['own'::text, 'forwarded'::text]))),
  constraint phone_numbers_monthly_price_cents_check CHECK ((monthly_price_cents >= 0)),
  constraint phone_numbers_number_type_check CHECK ((number_type = ANY (ARRAY['local'::text, 'toll-free'::text, 'mobile'::text]))),
  constraint phone_numbers_phone_number_key UNIQUE (phone_number),
  constraint phone_numbers_phone_number_sid_key UNIQUE (phone_number_sid),
  constraint phone_numbers_pkey PRIMARY KEY (tenant_id, id),
  constraint phone_numbers_ring_strategy_check CHECK ((ring_strategy = ANY (ARRAY['together'::text, 'in_turn'::text]))),
  constraint phone_numbers_ring_timeout_seconds_check CHECK (((ring_timeout_seconds >= 5) AND (ring_timeout_seconds <= 120))),
  constraint phone_numbers_setup_price_cents_check CHECK ((setup_price_cents >= 0)),
  constraint phone_numbers_status_check CHECK ((status = ANY (ARRAY['provisioning'::text, 'active'::text, 'inactive'::text, 'error'::text, 'released'::text]))),
  constraint phone_numbers_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES telephony_accounts(tenant_id, id),
  constraint phone_numbers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table phone_numbers enable row level security, force row level security;

create table repairs (
  tenant_id uuid not null,
  dedupe_key text not null,
  account_id uuid not null,
  resource text not null,
  about text not null,
  was_missing boolean not null,
  repaired_at timestamp with time zone default app_now() not null,
  announced_at timestamp with time zone,
  constraint repairs_pkey PRIMARY KEY (tenant_id, dedupe_key),
  constraint repairs_resource_check CHECK ((resource = ANY (ARRAY['calls'::text, 'messages'::text]))),
  constraint repairs_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES telephony_accounts(tenant_id, id) ON DELETE CASCADE,
  constraint repairs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table repairs enable row level security, force row level security;

create table resources (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  name text not null,
  user_id uuid,
  is_active boolean default true not null,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint resources_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
  constraint resources_pkey PRIMARY KEY (tenant_id, id),
  constraint resources_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint resources_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES user_profiles(tenant_id, user_id)
);
alter table resources enable row level security, force row level security;

create table send_decisions (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  requested_by text not null,
  cause text not null,
  class text not null,
  channel text not null,
  recipient phone_e164 not null,
  call_id uuid,
  conversation_id uuid,
  verdict text not null,
  reason text not null,
  rules jsonb not null,
  inputs jsonb not null,
  conditions jsonb default '[]'::jsonb not null,
  decided_at timestamp with time zone default app_now() not null,
  constraint send_decisions_channel_check CHECK ((channel = 'sms'::text)),
  constraint send_decisions_class_check CHECK ((class = ANY (ARRAY['conversational'::text, 'transactional'::text, 'marketing'::text, 'collection'::text]))),
  constraint send_decisions_conversation_fk FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id),
  constraint send_decisions_once_a_cause UNIQUE (tenant_id, cause),
  constraint send_decisions_pkey PRIMARY KEY (tenant_id, id),
  constraint send_decisions_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES calls(tenant_id, id),
  constraint send_decisions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint send_decisions_verdict_check CHECK ((verdict = ANY (ARRAY['allowed'::text, 'refused'::text])))
);
alter table send_decisions enable row level security, force row level security;

create table sender_lanes (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  phone_number_id uuid not null,
  messages_per_second numeric(8,2) default 1 not null,
  daily_cap integer,
  tokens numeric(12,4) default 0 not null,
  refilled_at timestamp with time zone default app_now() not null,
  today date,
  sent_today integer default 0 not null,
  paused_until timestamp with time zone,
  pause_reason text,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint sender_lanes_daily_cap_check CHECK ((daily_cap > 0)),
  constraint sender_lanes_messages_per_second_check CHECK ((messages_per_second > (0)::numeric)),
  constraint sender_lanes_one_a_number UNIQUE (tenant_id, phone_number_id),
  constraint sender_lanes_pkey PRIMARY KEY (tenant_id, id),
  constraint sender_lanes_tenant_id_phone_number_id_fkey FOREIGN KEY (tenant_id, phone_number_id) REFERENCES phone_numbers(tenant_id, id) ON DELETE CASCADE
);
alter table sender_lanes enable row level security, force row level security;

create table sign_in_attempts (
  subject bytea not null,
  failed_attempts integer not null,
  wait_until timestamp with time zone,
  last_attempt_at timestamp with time zone not null,
  constraint sign_in_attempts_failed_attempts_check CHECK ((failed_attempts > 0)),
  constraint sign_in_attempts_pkey PRIMARY KEY (subject),
  constraint sign_in_attempts_subject_check CHECK ((octet_length(subject) = 32))
);
alter table sign_in_attempts enable row level security, force row level security;

create table silent_workers (
  pool_id text not null,
  silent_since timestamp with time zone not null,
  constraint silent_workers_pkey PRIMARY KEY (pool_id)
);
alter table silent_workers enable row level security, force row level security;

create table sync_state (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  account_id uuid not null,
  resource text not null,
  status text default 'running'::text not null,
  cursor timestamp with time zone,
  started_at timestamp with time zone default app_now() not null,
  finished_at timestamp with time zone,
  window_from timestamp with time zone,
  window_until timestamp with time zone,
  at_carrier integer default 0 not null,
  here integer default 0 not null,
  missing integer default 0 not null,
  repaired integer default 0 not null,
  undecided integer default 0 not null,
  error text,
  error_code integer,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint sync_state_at_carrier_check CHECK ((at_carrier >= 0)),
  constraint sync_state_check CHECK (((here >= 0) AND (here <= at_carrier))),
  constraint sync_state_missing_check CHECK ((missing >= 0)),
  constraint sync_state_one_a_list UNIQUE (tenant_id, account_id, resource),
  constraint sync_state_pkey PRIMARY KEY (tenant_id, id),
  constraint sync_state_repaired_check CHECK ((repaired >= 0)),
  constraint sync_state_resource_check CHECK ((resource = ANY (ARRAY['calls'::text, 'messages'::text]))),
  constraint sync_state_status_check CHECK ((status = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text]))),
  constraint sync_state_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES telephony_accounts(tenant_id, id) ON DELETE CASCADE,
  constraint sync_state_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint sync_state_undecided_check CHECK ((undecided >= 0))
);
alter table sync_state enable row level security, force row level security;

create table telephony_accounts (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  provider text default 'twilio'::text not null,
  account_sid text not null,
  auth_token_sealed bytea not null,
  previous_auth_token_sealed bytea,
  status text default 'active'::text not null,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint telephony_accounts_account_sid_key UNIQUE (account_sid),
  constraint telephony_accounts_pkey PRIMARY KEY (tenant_id, id),
  constraint telephony_accounts_provider_check CHECK ((provider = 'twilio'::text)),
  constraint telephony_accounts_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'closed'::text]))),
  constraint telephony_accounts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table telephony_accounts enable row level security, force row level security;

create table tenants (
  id uuid default new_id() not null,
  business_name text not null,
  business_address text,
  business_zip text,
  business_latitude double precision,
  business_longitude double precision,
  business_phone phone_e164,
  business_email email_address,
  website text,
  trade_type text default 'plumbing'::text not null,
  industry text,
  owner_id uuid,
  status text default 'active'::text not null,
  service_radius_miles integer default 25 not null,
  allowed_zip_prefixes text[] default '{}'::text[] not null,
  license_number text,
  tax_id text,
  insurance_number text,
  timezone iana_timezone default 'America/New_York'::text not null,
  onboarding_step integer default 1 not null,
  onboarding_completed boolean default false not null,
  onboarding_completed_at timestamp with time zone,
  trial_ends_at timestamp with time zone,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint tenants_business_latitude_check CHECK (((business_latitude >= ('-90'::integer)::double precision) AND (business_latitude <= (90)::double precision))),
  constraint tenants_business_longitude_check CHECK (((business_longitude >= ('-180'::integer)::double precision) AND (business_longitude <= (180)::double precision))),
  constraint tenants_business_name_check CHECK (((char_length(business_name) >= 1) AND (char_length(business_name) <= 255))),
  constraint tenants_business_zip_check CHECK ((business_zip ~ '^[0-9]{5}$'::text)),
  constraint tenants_location_whole CHECK (((business_latitude IS NULL) = (business_longitude IS NULL))),
  constraint tenants_onboarding_step_check CHECK (((onboarding_step >= 1) AND (onboarding_step <= 5))),
  constraint tenants_owner_fk FOREIGN KEY (owner_id) REFERENCES users(id),
  constraint tenants_pkey PRIMARY KEY (id),
  constraint tenants_service_radius_miles_check CHECK (((service_radius_miles >= 1) AND (service_radius_miles <= 500))),
  constraint tenants_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'suspended'::text, 'pending'::text]))),
  constraint tenants_trade_type_check CHECK ((trade_type = ANY (ARRAY['plumbing'::text, 'electrical'::text, 'hvac'::text, 'locksmith'::text, 'garage_door'::text, 'clinic'::text, 'other'::text])))
);
alter table tenants enable row level security, force row level security;

create table text_backs (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  call_id uuid not null,
  conversation_id uuid,
  outcome text not null,
  reason text not null,
  wording text,
  outbound_message_id uuid,
  activity_id uuid,
  created_at timestamp with time zone default app_now() not null,
  constraint text_backs_one_a_call UNIQUE (tenant_id, call_id),
  constraint text_backs_outcome_check CHECK ((outcome = ANY (ARRAY['texted'::text, 'not_texted'::text, 'task_created'::text]))),
  constraint text_backs_pkey PRIMARY KEY (tenant_id, id),
  constraint text_backs_tenant_id_activity_id_fkey FOREIGN KEY (tenant_id, activity_id) REFERENCES activities(tenant_id, id),
  constraint text_backs_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES calls(tenant_id, id),
  constraint text_backs_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id),
  constraint text_backs_tenant_id_outbound_message_id_fkey FOREIGN KEY (tenant_id, outbound_message_id) REFERENCES outbound_messages(tenant_id, id),
  constraint text_backs_wording_check CHECK ((wording = ANY (ARRAY['open'::text, 'after_hours'::text, 'holiday'::text])))
);
alter table text_backs enable row level security, force row level security;

create table timers (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  key text not null,
  job text not null,
  payload jsonb not null,
  due_at timestamp with time zone not null,
  created_at timestamp with time zone default app_now() not null,
  queue_name text,
  priority integer default 0 not null,
  constraint timers_key_check CHECK (((char_length(key) >= 1) AND (char_length(key) <= 200))),
  constraint timers_one_a_key UNIQUE (tenant_id, key),
  constraint timers_pkey PRIMARY KEY (tenant_id, id),
  constraint timers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table timers enable row level security, force row level security;

create table unprompted_texts (
  phone_digest bytea not null,
  hour timestamp with time zone not null,
  texts integer not null,
  constraint unprompted_texts_pkey PRIMARY KEY (phone_digest, hour)
);
alter table unprompted_texts enable row level security;

create table user_preferences (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  user_id uuid not null,
  sms_notifications_enabled boolean default true not null,
  email_notifications_enabled boolean default true not null,
  push_notifications_enabled boolean default true not null,
  dashboard_sounds_enabled boolean default true not null,
  dashboard_default_view text default 'conversations'::text not null,
  dashboard_refresh_interval integer default 30 not null,
  show_tutorial boolean default true not null,
  auto_response_enabled boolean default true not null,
  ai_takeover_notifications boolean default true not null,
  customer_response_timeout integer default 60 not null,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint user_preferences_customer_response_timeout_check CHECK (((customer_response_timeout >= 10) AND (customer_response_timeout <= 3600))),
  constraint user_preferences_dashboard_refresh_interval_check CHECK (((dashboard_refresh_interval >= 5) AND (dashboard_refresh_interval <= 3600))),
  constraint user_preferences_one_a_person UNIQUE (tenant_id, user_id),
  constraint user_preferences_pkey PRIMARY KEY (tenant_id, id),
  constraint user_preferences_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES user_profiles(tenant_id, user_id) ON DELETE CASCADE
);
alter table user_preferences enable row level security, force row level security;

create table user_profiles (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  user_id uuid not null,
  role text not null,
  permissions jsonb default '[]'::jsonb not null,
  display_name text,
  phone_number phone_e164,
  profile_photo_url text,
  timezone iana_timezone,
  invited_by uuid,
  invitation_accepted_at timestamp with time zone,
  is_active boolean default true not null,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint user_profiles_display_name_check CHECK ((char_length(display_name) <= 200)),
  constraint user_profiles_once_a_tenant UNIQUE (tenant_id, user_id),
  constraint user_profiles_pkey PRIMARY KEY (tenant_id, id),
  constraint user_profiles_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'operator'::text, 'user'::text, 'viewer'::text]))),
  constraint user_profiles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint user_profiles_tenant_id_invited_by_fkey FOREIGN KEY (tenant_id, invited_by) REFERENCES user_profiles(tenant_id, user_id),
  constraint user_profiles_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
alter table user_profiles enable row level security, force row level security;

create table user_sessions (
  id uuid default new_id() not null,
  user_id uuid not null,
  tenant_id uuid not null,
  token_hash bytea not null,
  ip_address inet,
  user_agent text,
  device_fingerprint text,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone default app_now() not null,
  is_active boolean default true not null,
  created_at timestamp with time zone default app_now() not null,
  constraint user_sessions_pkey PRIMARY KEY (id),
  constraint user_sessions_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES user_profiles(tenant_id, user_id) ON DELETE CASCADE,
  constraint user_sessions_token_hash_check CHECK ((octet_length(token_hash) = 32)),
  constraint user_sessions_token_hash_key UNIQUE (token_hash),
  constraint user_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
alter table user_sessions enable row level security, force row level security;

create table user_status (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  user_id uuid not null,
  is_online boolean default false not null,
  last_seen_at timestamp with time zone,
  status text default 'available'::text not null,
  status_message text,
  updated_at timestamp with time zone default app_now() not null,
  constraint user_status_one_a_person UNIQUE (tenant_id, user_id),
  constraint user_status_pkey PRIMARY KEY (tenant_id, id),
  constraint user_status_status_check CHECK ((status = ANY (ARRAY['available'::text, 'busy'::text, 'offline'::text, 'away'::text]))),
  constraint user_status_status_message_check CHECK ((char_length(status_message) <= 200)),
  constraint user_status_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES user_profiles(tenant_id, user_id) ON DELETE CASCADE
);
alter table user_status enable row level security, force row level security;

create table users (
  id uuid default new_id() not null,
  email email_address not null,
  password_hash text not null,
  first_name text default ''::text not null,
  last_name text default ''::text not null,
  email_verified boolean default false not null,
  verification_token bytea,
  failed_login_attempts integer default 0 not null,
  locked_until timestamp with time zone,
  last_login_at timestamp with time zone,
  two_factor_enabled boolean default false not null,
  two_factor_secret bytea,
  backup_codes text[] default '{}'::text[] not null,
  status text default 'active'::text not null,
  created_at timestamp with time zone default app_now() not null,
  updated_at timestamp with time zone default app_now() not null,
  constraint users_email_key UNIQUE (email),
  constraint users_failed_login_attempts_check CHECK ((failed_login_attempts >= 0)),
  constraint users_first_name_check CHECK ((char_length(first_name) <= 100)),
  constraint users_last_name_check CHECK ((char_length(last_name) <= 100)),
  constraint users_password_hash_check CHECK ((password_hash ~~ '$argon2id$%'::text)),
  constraint users_pkey PRIMARY KEY (id),
  constraint users_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text])))
);
alter table users enable row level security, force row level security;

create table webhook_inbox (
  tenant_id uuid not null,
  id uuid default new_id() not null,
  provider text not null,
  topic text not null,
  dedupe_key text not null,
  subject text not null,
  phone_number_id uuid not null,
  arrival bigint default nextval('webhook_arrivals'::regclass) not null,
  headers jsonb default '{}'::jsonb not null,
  body jsonb not null,
  received_at timestamp with time zone default app_now() not null,
  status text default 'pending'::text not null,
  attempts integer default 0 not null,
  last_error text,
  next_attempt_at timestamp with time zone,
  processed_at timestamp with time zone,
  constraint webhook_inbox_attempts_check CHECK ((attempts >= 0)),
  constraint webhook_inbox_pkey PRIMARY KEY (tenant_id, id),
  constraint webhook_inbox_provider_check CHECK ((provider = 'twilio'::text)),
  constraint webhook_inbox_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'processed'::text, 'failed'::text, 'dead'::text]))),
  constraint webhook_inbox_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint webhook_inbox_tenant_id_phone_number_id_fkey FOREIGN KEY (tenant_id, phone_number_id) REFERENCES phone_numbers(tenant_id, id)
) partition by RANGE (id);
alter table webhook_inbox enable row level security, force row level security;

create table webhook_receipts (
  tenant_id uuid not null,
  provider text not null,
  dedupe_key text not null,
  inbox_id uuid not null,
  received_at timestamp with time zone default app_now() not null,
  repeats integer default 0 not null,
  constraint webhook_receipts_pkey PRIMARY KEY (tenant_id, provider, dedupe_key),
  constraint webhook_receipts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table webhook_receipts enable row level security, force row level security;

create table webhook_refusals (
  day date not null,
  provider text not null,
  reason text not null,
  count bigint default 1 not null,
  constraint webhook_refusals_pkey PRIMARY KEY (day, provider, reason),
  constraint webhook_refusals_reason_check CHECK ((reason = ANY (ARRAY['unsigned'::text, 'bad_signature'::text, 'unknown_token'::text, 'wrong_account'::text, 'malformed'::text, 'too_large'::text])))
);
alter table webhook_refusals enable row level security, force row level security;

-- Indexes

CREATE INDEX activities_assigned_to_idx ON public.activities USING btree (tenant_id, assigned_to);

CREATE INDEX activities_call_idx ON public.activities USING btree (tenant_id, call_id);

CREATE INDEX activities_contact_idx ON public.activities USING btree (tenant_id, contact_id);

CREATE INDEX activities_conversation_idx ON public.activities USING btree (tenant_id, conversation_id);

CREATE UNIQUE INDEX activities_one_a_cause ON public.activities USING btree (tenant_id, cause);

CREATE INDEX activities_open_idx ON public.activities USING btree (tenant_id, due_at) WHERE (done_at IS NULL);

CREATE INDEX appointments_assigned_idx ON public.appointments USING btree (tenant_id, assigned_user_id);

CREATE INDEX appointments_contact_idx ON public.appointments USING btree (tenant_id, contact_id);

CREATE INDEX appointments_conversation_idx ON public.appointments USING btree (tenant_id, conversation_id);

CREATE INDEX appointments_lead_idx ON public.appointments USING btree (tenant_id, lead_id);

CREATE INDEX appointments_resource_idx ON public.appointments USING btree (tenant_id, resource_id);

CREATE INDEX appointments_start_idx ON public.appointments USING btree (tenant_id, scheduled_start);

CREATE INDEX audit_logs_entity_idx ON ONLY public.audit_logs USING btree (tenant_id, entity_type, entity_id, id);

CREATE INDEX call_participants_leg_idx ON public.call_participants USING btree (tenant_id, leg_sid);

CREATE INDEX calls_contact_idx ON public.calls USING btree (tenant_id, contact_id);

CREATE INDEX calls_conversation_idx ON public.calls USING btree (tenant_id, conversation_id);

CREATE INDEX calls_customer_phone_idx ON public.calls USING btree (tenant_id, customer_phone, started_at DESC);

CREATE INDEX calls_lead_idx ON public.calls USING btree (tenant_id, lead_id);

CREATE INDEX calls_live_idx ON public.calls USING btree (tenant_id, started_at DESC) WHERE (NOT is_final);

CREATE INDEX calls_number_idx ON public.calls USING btree (tenant_id, phone_number_id);

CREATE INDEX calls_started_idx ON public.calls USING btree (tenant_id, started_at DESC, id DESC);

CREATE INDEX consents_call_idx ON public.consents USING btree (tenant_id, call_id);

CREATE INDEX consents_phone_idx ON public.consents USING btree (tenant_id, phone, channel);

CREATE INDEX contact_emails_contact_idx ON public.contact_emails USING btree (tenant_id, contact_id);

CREATE INDEX contact_phones_contact_idx ON public.contact_phones USING btree (tenant_id, contact_id);

CREATE INDEX contact_phones_fragment_idx ON public.contact_phones USING gin (((phone)::text) gin_trgm_ops);

CREATE INDEX contacts_created_idx ON public.contacts USING btree (tenant_id, created_at DESC, id DESC);

CREATE INDEX contacts_merged_into_idx ON public.contacts USING btree (tenant_id, merged_into);

CREATE INDEX contacts_name_idx ON public.contacts USING gin ((((((COALESCE(first_name, ''::text) || ' '::text) || COALESCE(last_name, ''::text)) || ' '::text) || COALESCE(company, ''::text))) gin_trgm_ops);

CREATE INDEX contacts_owner_idx ON public.contacts USING btree (tenant_id, owner_id);

CREATE INDEX conversation_events_call_idx ON public.conversation_events USING btree (tenant_id, call_id);

CREATE INDEX conversation_events_conversation_idx ON public.conversation_events USING btree (tenant_id, conversation_id, created_at DESC, id DESC);

CREATE INDEX conversation_events_created_by_idx ON public.conversation_events USING btree (tenant_id, created_by);

CREATE INDEX conversation_notes_author_idx ON public.conversation_notes USING btree (tenant_id, author_id);

CREATE INDEX conversation_notes_conversation_idx ON public.conversation_notes USING btree (tenant_id, conversation_id, created_at DESC);

CREATE INDEX conversations_assigned_to_idx ON public.conversations USING btree (tenant_id, assigned_to);

CREATE INDEX conversations_contact_idx ON public.conversations USING btree (tenant_id, contact_id);

CREATE INDEX conversations_first_call_idx ON public.conversations USING btree (tenant_id, first_call_id);

CREATE INDEX conversations_last_call_idx ON public.conversations USING btree (tenant_id, last_call_id);

CREATE INDEX conversations_lead_idx ON public.conversations USING btree (tenant_id, lead_id);

CREATE INDEX conversations_list_idx ON public.conversations USING btree (tenant_id, last_message_time DESC, id DESC);

CREATE INDEX conversations_number_idx ON public.conversations USING btree (tenant_id, phone_number_id);

CREATE UNIQUE INDEX conversations_one_open_idx ON public.conversations USING btree (tenant_id, customer_phone, business_phone) WHERE (status <> 'closed'::text);

CREATE INDEX conversations_owner_idx ON public.conversations USING btree (tenant_id, owner_user_id);

CREATE INDEX conversations_waiting_idx ON public.conversations USING btree (tenant_id, waiting_since) WHERE (waiting_since IS NOT NULL);

CREATE INDEX dispatcher_sessions_message_idx ON public.dispatcher_sessions USING btree (tenant_id, last_message_id);

CREATE INDEX dispatcher_turns_conversation_idx ON public.dispatcher_turns USING btree (tenant_id, conversation_id, id);

CREATE INDEX dispatcher_turns_reply_idx ON public.dispatcher_turns USING btree (tenant_id, reply_message_id);

CREATE INDEX events_correlation_idx ON public.events USING btree (tenant_id, correlation_id);

CREATE INDEX events_type_idx ON public.events USING btree (tenant_id, type, id);

CREATE INDEX leads_appointment_idx ON public.leads USING btree (tenant_id, appointment_id);

CREATE INDEX leads_call_idx ON public.leads USING btree (tenant_id, call_id);

CREATE INDEX leads_contact_idx ON public.leads USING btree (tenant_id, contact_id);

CREATE INDEX leads_conversation_idx ON public.leads USING btree (tenant_id, conversation_id);

CREATE INDEX leads_list_idx ON public.leads USING btree (tenant_id, status, created_at DESC, id DESC);

CREATE UNIQUE INDEX leads_one_open_a_conversation_idx ON public.leads USING btree (tenant_id, conversation_id) WHERE (status = ANY (ARRAY['new'::text, 'contacted'::text, 'qualified'::text, 'quoted'::text]));

CREATE INDEX leads_search_idx ON public.leads USING gin (search);

CREATE INDEX message_events_outbound_idx ON public.message_events USING btree (tenant_id, outbound_message_id);

CREATE INDEX messages_conversation_idx ON public.messages USING btree (tenant_id, conversation_id, created_at DESC, id DESC);

CREATE INDEX messages_decision_idx ON public.messages USING btree (tenant_id, decision_id);

CREATE INDEX messages_outbound_idx ON public.messages USING btree (tenant_id, outbound_message_id);

CREATE INDEX messages_search_idx ON public.messages USING gin (search);

CREATE INDEX messages_sender_user_idx ON public.messages USING btree (tenant_id, sender_user_id);

CREATE INDEX messaging_services_number_idx ON public.messaging_services USING btree (tenant_id, phone_number_id);

CREATE INDEX opt_outs_message_idx ON public.opt_outs USING btree (tenant_id, message_id);

CREATE INDEX opt_outs_phone_idx ON public.opt_outs USING btree (tenant_id, phone, entry DESC);

CREATE INDEX opt_outs_recorded_by_idx ON public.opt_outs USING btree (tenant_id, recorded_by);

CREATE INDEX outbound_messages_call_idx ON public.outbound_messages USING btree (tenant_id, call_id);

CREATE INDEX outbound_messages_conversation_idx ON public.outbound_messages USING btree (tenant_id, conversation_id);

CREATE INDEX outbound_messages_decision_idx ON public.outbound_messages USING btree (tenant_id, decision_id);

CREATE INDEX outbound_messages_number_idx ON public.outbound_messages USING btree (tenant_id, phone_number_id);

CREATE INDEX outbound_messages_recipient_idx ON public.outbound_messages USING btree (tenant_id, recipient, created_at);

CREATE INDEX outbound_messages_unfinished_idx ON public.outbound_messages USING btree (tenant_id, leased_until) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text, 'unknown'::text]));

CREATE INDEX phone_numbers_account_idx ON public.phone_numbers USING btree (tenant_id, account_id);

CREATE INDEX phone_numbers_area_code_idx ON public.phone_numbers USING btree (area_code, region);

CREATE INDEX phone_numbers_status_idx ON public.phone_numbers USING btree (tenant_id, status);

CREATE INDEX repairs_account_idx ON public.repairs USING btree (tenant_id, account_id, resource, repaired_at);

CREATE INDEX resources_user_idx ON public.resources USING btree (tenant_id, user_id);

CREATE INDEX send_decisions_call_idx ON public.send_decisions USING btree (tenant_id, call_id);

CREATE INDEX send_decisions_conversation_idx ON public.send_decisions USING btree (tenant_id, conversation_id, id);

CREATE INDEX send_decisions_recipient_idx ON public.send_decisions USING btree (tenant_id, recipient, id);

CREATE INDEX sign_in_attempts_last_idx ON public.sign_in_attempts USING btree (last_attempt_at);

CREATE INDEX tenants_location_idx ON public.tenants USING gist (ll_to_earth(business_latitude, business_longitude)) WHERE (business_latitude IS NOT NULL);

CREATE INDEX tenants_owner_idx ON public.tenants USING btree (owner_id);

CREATE INDEX tenants_trade_type_idx ON public.tenants USING btree (trade_type);

CREATE INDEX text_backs_activity_idx ON public.text_backs USING btree (tenant_id, activity_id);

CREATE INDEX text_backs_conversation_idx ON public.text_backs USING btree (tenant_id, conversation_id);

CREATE INDEX text_backs_outbound_idx ON public.text_backs USING btree (tenant_id, outbound_message_id);

CREATE INDEX timers_due_idx ON public.timers USING btree (due_at);

CREATE INDEX user_profiles_invited_by_idx ON public.user_profiles USING btree (tenant_id, invited_by);

CREATE INDEX user_profiles_user_idx ON public.user_profiles USING btree (user_id);

CREATE INDEX user_sessions_tenant_user_idx ON public.user_sessions USING btree (tenant_id, user_id);

CREATE INDEX user_sessions_user_idx ON public.user_sessions USING btree (user_id, is_active, expires_at);

CREATE INDEX webhook_inbox_dead_idx ON ONLY public.webhook_inbox USING btree (tenant_id, id) WHERE (status = 'dead'::text);

CREATE INDEX webhook_inbox_number_idx ON ONLY public.webhook_inbox USING btree (tenant_id, phone_number_id);

CREATE INDEX webhook_inbox_subject_idx ON ONLY public.webhook_inbox USING btree (tenant_id, subject, arrival);

CREATE INDEX webhook_inbox_texts_idx ON ONLY public.webhook_inbox USING btree (tenant_id, ((body ->> 'From'::text))) WHERE ((status = ANY (ARRAY['pending'::text, 'failed'::text, 'dead'::text])) AND (topic = ANY (ARRAY['sms'::text, 'sms-fallback'::text, 'sms-listed'::text])));

CREATE INDEX webhook_inbox_waiting_idx ON ONLY public.webhook_inbox USING btree (arrival) WHERE (status = ANY (ARRAY['pending'::text, 'failed'::text]));

CREATE INDEX webhook_receipts_received_idx ON public.webhook_receipts USING brin (received_at);

CREATE INDEX webhook_receipts_recent_idx ON public.webhook_receipts USING btree (tenant_id, received_at);

-- Views

create view appointment_facts with (security_invoker=true) as
 SELECT tenant_id,
    id,
    resource_id,
    contact_id,
    lead_id,
    conversation_id,
    assigned_user_id,
    scheduled_start,
    scheduled_end,
    window_start,
    window_end,
    timezone,
    service_type,
    address,
    status,
    created_at,
    cancelled_at
   FROM appointments;

create view call_event_facts with (security_invoker=true) as
 SELECT tenant_id,
    id,
    call_id,
    call_sid,
    event_type,
    sequence_number,
    occurred_at,
    received_at,
    payload,
    source,
    inbox_id
   FROM call_events;

create view call_facts with (security_invoker=true) as
 SELECT tenant_id,
    id,
    call_sid,
    direction,
    customer_phone,
    called_phone,
    contact_id,
    conversation_id,
    phone_number_id,
    status,
    answered,
    missed,
    missed_reason,
    missed_at,
    started_at,
    answered_at,
    ended_at,
    duration_seconds,
    is_final,
    price,
    price_unit
   FROM calls;

create view call_leg_facts with (security_invoker=true) as
 SELECT tenant_id,
    call_id,
    leg_sid,
    phone_number,
    status,
    answered_by,
    joined_at,
    left_at,
    price,
    price_unit
   FROM call_participants
  WHERE participant_type = 'callee'::text;

create view contact_facts with (security_invoker=true) as
 SELECT contact.tenant_id,
    contact.id,
    contact.kind,
    contact.first_name,
    contact.last_name,
    contact.company,
    COALESCE(NULLIF(concat_ws(' '::text, contact.first_name, contact.last_name), ''::text), contact.company) AS name,
    phone.phone,
    phone.line_type,
    email.email,
    contact.address,
    contact.address_unit,
    contact.city,
    contact.state,
    contact.zip,
    contact.language,
    contact.timezone,
    contact.do_not_contact,
    contact.created_at,
    contact.last_contacted_at
   FROM contacts contact
     LEFT JOIN LATERAL ( SELECT contact_phones.phone,
            contact_phones.line_type
           FROM contact_phones
          WHERE contact_phones.tenant_id = contact.tenant_id AND contact_phones.contact_id = contact.id
          ORDER BY contact_phones.is_primary DESC, contact_phones.id
         LIMIT 1) phone ON true
     LEFT JOIN LATERAL ( SELECT contact_emails.email
           FROM contact_emails
          WHERE contact_emails.tenant_id = contact.tenant_id AND contact_emails.contact_id = contact.id
          ORDER BY contact_emails.is_primary DESC, contact_emails.id
         LIMIT 1) email ON true
  WHERE contact.merged_into IS NULL;

create view conversation_facts with (security_invoker=true) as
 SELECT tenant_id,
    id,
    contact_id,
    customer_phone,
    business_phone,
    status,
    owner_kind,
    owner_user_id,
    ownership_token,
    lead_id,
    language,
    last_message_time,
    created_at,
    outcome
   FROM conversations;

create view decision_facts with (security_invoker=true) as
 SELECT tenant_id,
    id,
    requested_by,
    cause,
    class,
    recipient,
    call_id,
    conversation_id,
    verdict,
    reason,
    rules,
    inputs,
    conditions,
    decided_at
   FROM send_decisions;

create view dispatcher_turn_facts with (security_invoker=true) as
 SELECT tenant_id,
    id,
    conversation_id,
    inbound_message_ids,
    understanding,
    tool_results,
    decision,
    reply_message_id,
    created_at
   FROM dispatcher_turns;

create view lead_facts with (security_invoker=true) as
 SELECT tenant_id,
    id,
    contact_id,
    conversation_id,
    call_id,
    appointment_id,
    source,
    status,
    problem_description,
    job_type,
    urgency_level,
    estimated_value,
    created_at
   FROM leads;

create view message_event_facts with (security_invoker=true) as
 SELECT tenant_id,
    id,
    message_sid,
    outbound_message_id,
    status,
    error_code,
    occurred_at,
    received_at,
    source,
    inbox_id
   FROM message_events;

create view message_facts with (security_invoker=true) as
 SELECT tenant_id,
    id,
    conversation_id,
    message_sid,
    outbound_message_id,
    decision_id,
    direction,
    sender,
    body,
    status,
    error_code,
    created_at,
    sent_at,
    delivered_at,
    price,
    price_unit
   FROM messages;

create view number_facts with (security_invoker=true) as
 SELECT tenant_id,
    id,
    phone_number,
    friendly_name,
    status
   FROM phone_numbers;

create view number_route_facts with (security_invoker=true) as
 SELECT number.tenant_id,
    number.id,
    (number.xmin::text || ' '::text) || account.xmin::text AS version
   FROM phone_numbers number
     JOIN telephony_accounts account ON account.tenant_id = number.tenant_id AND account.id = number.account_id
  WHERE number.status <> 'released'::text;

create view opt_out_facts with (security_invoker=true) as
 SELECT tenant_id,
    id,
    phone,
    channel,
    state,
    source,
    recorded_at,
    entry
   FROM opt_outs;

create view people_facts with (security_invoker=true) as
 SELECT profile.tenant_id,
    profile.user_id,
    users.email,
    users.first_name,
    users.last_name,
    profile.role,
    profile.is_active,
    profile.phone_number,
    COALESCE(NULLIF(profile.display_name, ''::text), NULLIF(concat_ws(' '::text, NULLIF(users.first_name, ''::text), NULLIF(users.last_name, ''::text)), ''::text), users.email::text) AS name
   FROM user_profiles profile
     JOIN users ON users.id = profile.user_id;

create view send_facts with (security_invoker=true) as
 SELECT tenant_id,
    id,
    decision_id,
    cause,
    class,
    recipient,
    call_id,
    conversation_id,
    body,
    state,
    state_reason,
    status,
    error_code,
    message_sid,
    segments,
    price,
    price_unit,
    attempts,
    created_at,
    sending_at,
    accepted_at,
    sent_at,
    delivered_at,
    is_final,
    last_event_time,
    finalized_at,
    sync_state
   FROM outbound_messages outbound;

create view tenant_facts with (security_invoker=true) as
 SELECT id AS tenant_id,
    business_name,
    timezone,
    trade_type,
    status,
    created_at
   FROM tenants;

create view text_back_facts with (security_invoker=true) as
 SELECT text_back.tenant_id,
    text_back.call_id,
    text_back.conversation_id,
    text_back.outcome,
    text_back.reason,
    text_back.wording,
    text_back.outbound_message_id,
    text_back.created_at,
    outbound.accepted_at,
    outbound.state
   FROM text_backs text_back
     LEFT JOIN outbound_messages outbound ON outbound.tenant_id = text_back.tenant_id AND outbound.id = text_back.outbound_message_id;

create view twilio_webhook_inbox with (security_invoker=true) as
 SELECT tenant_id,
    id,
    provider,
    topic,
    dedupe_key,
    subject,
    phone_number_id,
    arrival,
    headers,
    body,
    received_at,
    status,
    attempts,
    last_error,
    next_attempt_at,
    processed_at
   FROM webhook_inbox
  WHERE provider = 'twilio'::text;

create view webhook_facts with (security_invoker=true) as
 SELECT tenant_id,
    id,
    provider,
    topic,
    subject,
    body,
    received_at,
    processed_at,
    status,
    attempts,
    last_error,
    dedupe_key
   FROM webhook_inbox;

-- Triggers

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.activities FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.appointments FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_logs FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.audit_logs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.business_settings FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.call_events FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.call_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.call_metadata FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.call_participants FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.calls FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.consents FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.consents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.contacts FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.conversations FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.dispatcher_sessions FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.events FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.leads FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.message_events FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.message_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.messages FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.messaging_services FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.opt_outs FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.opt_outs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER refuse_stale_owner BEFORE INSERT OR UPDATE OF state ON public.outbound_messages FOR EACH ROW EXECUTE FUNCTION refuse_stale_owner();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.outbound_messages FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.phone_numbers FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.resources FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.send_decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.send_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.sender_lanes FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.sync_state FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.telephony_accounts FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.tenants FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.user_preferences FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.user_profiles FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.user_status FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION set_updated_at();

-- Policies

create policy tenant_isolation on activities for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on appointments for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on audit_logs for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy across_tenants on business_settings for all to nmc_platform using (true) with check (true);

create policy tenant_isolation on business_settings for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on call_events for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on call_metadata for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on call_participants for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on calls for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on consents for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on contact_emails for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on contact_phones for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on contacts for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on conversation_events for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on conversation_notes for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on conversations for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on dispatcher_sessions for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on dispatcher_turns for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on event_deliveries for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on events for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on excluded_callers for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on leads for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on message_events for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on message_media for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on messages for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on messaging_services for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on opt_outs for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on outbound_messages for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy across_tenants on phone_numbers for all to nmc_platform using (true) with check (true);

create policy tenant_isolation on phone_numbers for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy across_tenants on repairs for all to nmc_platform using (true) with check (true);

create policy tenant_isolation on repairs for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on resources for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on send_decisions for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on sender_lanes for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy across_tenants on sign_in_attempts for all to nmc_platform using (true) with check (true);

create policy across_tenants on silent_workers for all to nmc_platform using (true) with check (true);

create policy tenant_isolation on sync_state for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy across_tenants on telephony_accounts for all to nmc_platform using (true) with check (true);

create policy tenant_isolation on telephony_accounts for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy across_tenants on tenants for all to nmc_platform using (true) with check (true);

create policy tenant_isolation on tenants for all to nmc_app using ((id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on text_backs for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy across_tenants on timers for all to nmc_platform using (true) with check (true);

create policy tenant_isolation on timers for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy tenant_isolation on user_preferences for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy across_tenants on user_profiles for all to nmc_platform using (true) with check (true);

create policy tenant_isolation on user_profiles for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy across_tenants on user_sessions for all to nmc_platform using (true) with check (true);

create policy tenant_isolation on user_status for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy across_tenants on users for all to nmc_platform using (true) with check (true);

create policy own_people on users for select to nmc_app using ((EXISTS ( SELECT
   FROM user_profiles
  WHERE ((user_profiles.user_id = users.id) AND (user_profiles.tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))))));

create policy across_tenants on webhook_inbox for all to nmc_platform using (true) with check (true);

create policy tenant_isolation on webhook_inbox for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy across_tenants on webhook_receipts for all to nmc_platform using (true) with check (true);

create policy tenant_isolation on webhook_receipts for all to nmc_app using ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))) with check ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

create policy across_tenants on webhook_refusals for all to nmc_platform using (true) with check (true);

-- Rights on tables, views and sequences

grant delete, insert, select, update on activities to nmc_app;

grant select on appointment_facts to nmc_app;

grant insert, select, update on appointments to nmc_app;

grant insert, select on audit_logs to nmc_app;

grant insert, select, update on business_settings to nmc_app;

grant insert, select on business_settings to nmc_platform;

grant select on call_event_facts to nmc_app;

grant insert, select on call_events to nmc_app;

grant select on call_facts to nmc_app;

grant select on call_leg_facts to nmc_app;

grant delete, insert, select, update on call_metadata to nmc_app;

grant delete, insert, select, update on call_participants to nmc_app;

grant insert, select, update on calls to nmc_app;

grant insert, select on consents to nmc_app;

grant delete, insert, select, update on contact_emails to nmc_app;

grant select on contact_facts to nmc_app;

grant delete, insert, select, update on contact_phones to nmc_app;

grant delete, insert, select, update on contacts to nmc_app;

grant insert, select on conversation_events to nmc_app;

grant select on conversation_facts to nmc_app;

grant delete, insert, select, update on conversation_notes to nmc_app;

grant insert, select, update on conversations to nmc_app;

grant select on decision_facts to nmc_app;

grant delete, insert, select, update on dispatcher_sessions to nmc_app;

grant select on dispatcher_turn_facts to nmc_app;

grant insert, select, update on dispatcher_turns to nmc_app;

grant insert, select on event_deliveries to nmc_app;

grant insert, select on events to nmc_app;

grant delete, insert, select, update on excluded_callers to nmc_app;

grant select on lead_facts to nmc_app;

grant insert, select, update on leads to nmc_app;

grant select on message_event_facts to nmc_app;

grant insert, select on message_events to nmc_app;

grant select on message_facts to nmc_app;

grant delete, insert, select, update on message_media to nmc_app;

grant insert, select, update on messages to nmc_app;

grant delete, insert, select, update on messaging_services to nmc_app;

grant select on number_facts to nmc_app;

grant select on number_facts to nmc_platform;

grant select on number_route_facts to nmc_platform;

grant select on opt_out_facts to nmc_app;

grant insert, select on opt_outs to nmc_app;

grant insert, select, update on outbound_messages to nmc_app;

grant select on people_facts to nmc_app;

grant insert, select, update on phone_numbers to nmc_app;

grant select, update on phone_numbers to nmc_platform;

grant insert, select, update on repairs to nmc_app;

grant delete, select on repairs to nmc_platform;

grant delete, insert, select, update on resources to nmc_app;

grant insert, select on send_decisions to nmc_app;

grant select on send_facts to nmc_app;

grant delete, insert, select, update on sender_lanes to nmc_app;

grant delete, insert, select, update on sign_in_attempts to nmc_platform;

grant delete, insert, select on silent_workers to nmc_platform;

grant insert, select, update on sync_state to nmc_app;

grant insert, select, update on telephony_accounts to nmc_app;

grant select on telephony_accounts to nmc_platform;

grant select on tenant_facts to nmc_app;

grant select on tenant_facts to nmc_platform;

grant select, update on tenants to nmc_app;

grant insert, select, update on tenants to nmc_platform;

grant select on text_back_facts to nmc_app;

grant insert, select, update on text_backs to nmc_app;

grant delete, insert, select, update on timers to nmc_app;

grant delete, select, update on timers to nmc_platform;

grant select on twilio_webhook_inbox to nmc_app;

grant delete, insert, select, update on user_preferences to nmc_app;

grant delete, insert, select, update on user_profiles to nmc_app;

grant insert, select, update on user_profiles to nmc_platform;

grant delete, insert, select, update on user_sessions to nmc_platform;

grant delete, insert, select, update on user_status to nmc_app;

grant insert, select, update on users to nmc_platform;

grant usage on webhook_arrivals to nmc_platform;

grant select on webhook_facts to nmc_app;

grant select, update on webhook_inbox to nmc_app;

grant insert, select, update on webhook_inbox to nmc_platform;

grant select on webhook_receipts to nmc_app;

grant delete, insert, select, update on webhook_receipts to nmc_platform;

grant insert, select, update on webhook_refusals to nmc_platform;

-- Rights on columns

grant select (id, email, first_name, last_name, email_verified, last_login_at, two_factor_enabled, status) on users to nmc_app;

-- Rights on functions that not everybody may call

revoke execute on function drop_inbox_partition(text) from public;
grant execute on function drop_inbox_partition(text) to nmc_platform;

revoke execute on function enqueue_job(text,jsonb,text,text,integer) from public;
grant execute on function enqueue_job(text,jsonb,text,text,integer) to nmc_app;

revoke execute on function enqueue_jobs(jsonb) from public;
grant execute on function enqueue_jobs(jsonb) to nmc_app;

revoke execute on function make_partitions_ahead(text,timestamp with time zone) from public;
grant execute on function make_partitions_ahead(text,timestamp with time zone) to nmc_platform;

revoke execute on function take_unprompted_text(phone_e164,integer) from public;
grant execute on function take_unprompted_text(phone_e164,integer) to nmc_app;
