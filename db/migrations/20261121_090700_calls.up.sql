-- A call as its events add up to it: the fold of call_events.
create table calls (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  call_sid text not null unique,
  parent_call_sid text,
  phone_number_id uuid,
  contact_id uuid,
  conversation_id uuid,
  lead_id uuid,
  -- As the provider sent them: a withheld caller is kept as the word it came with.
  caller_phone text not null,
  called_phone text not null,
  customer_phone phone_e164,
  direction text not null default 'inbound' check (direction in ('inbound', 'outbound')),
  type text not null default 'voice' check (type in ('voice', 'conference', 'forwarded')),
  status text not null default 'initiated'
    check (status in ('queued', 'initiated', 'ringing', 'in-progress', 'completed', 'busy', 'no-answer', 'failed', 'canceled')),
  last_event_type text,
  answered boolean,
  missed boolean,
  missed_reason text,
  missed_at timestamptz,
  answered_by text,
  started_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  duration_seconds integer check (duration_seconds >= 0),
  caller_name text,
  caller_city text,
  caller_state text,
  caller_zip text,
  caller_country text,
  forwarded_from text,
  recording_url text,
  recording_duration_seconds integer check (recording_duration_seconds >= 0),
  price numeric(10, 4),
  price_unit text,
  disconnect_reason text,
  last_event_time timestamptz,
  is_final boolean not null default false,
  finalized_at timestamptz,
  sync_state text not null default 'active' check (sync_state in ('active', 'frozen')),
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, phone_number_id) references phone_numbers (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  constraint calls_missed_or_answered check (not (coalesce(missed, false) and coalesce(answered, false)))
);
call protect_tenant_table('calls', 'select, insert, update');
create index calls_number_idx on calls (tenant_id, phone_number_id);
create index calls_contact_idx on calls (tenant_id, contact_id);
create index calls_conversation_idx on calls (tenant_id, conversation_id);
create index calls_lead_idx on calls (tenant_id, lead_id);
create index calls_customer_phone_idx on calls (tenant_id, customer_phone, started_at desc);
create index calls_started_idx on calls (tenant_id, started_at desc, id desc);
create index calls_live_idx on calls (tenant_id, started_at desc) where not is_final;

-- The ledger. Partitioned by the call's own version 7 id, so that one call's events lie together and an event key is
-- unique for ever: the partition key never changes for a call.
create table call_events (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  call_id uuid not null,
  call_sid text not null,
  event_type text not null,
  event_key text not null,
  sequence_number integer,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  payload jsonb not null,
  source text not null check (source in ('webhook', 'reconciliation')),
  inbox_id uuid,
  primary key (tenant_id, call_id, id),
  constraint call_events_once unique (tenant_id, call_id, event_key),
  foreign key (tenant_id, call_id) references calls (tenant_id, id)
) partition by range (call_id);
call protect_tenant_table('call_events', 'select, insert');
call make_append_only('call_events');
create table call_events_default partition of call_events default;
alter table call_events_default enable row level security;
alter table call_events_default force row level security;
call make_partitions_around('call_events', now());

-- Who took part in a call, one row a leg.
create table call_participants (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  call_id uuid not null,
  leg_sid text,
  phone_number text not null,
  participant_type text not null check (participant_type in ('caller', 'callee', 'agent', 'ai-assistant')),
  status text not null default 'initiated',
  answered_by text,
  joined_at timestamptz,
  left_at timestamptz,
  muted boolean not null default false,
  on_hold boolean not null default false,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint call_participants_one_a_leg unique (tenant_id, call_id, leg_sid),
  foreign key (tenant_id, call_id) references calls (tenant_id, id) on delete cascade
);
call protect_tenant_table('call_participants');

-- What else is known of a call, by key.
create table call_metadata (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  call_id uuid not null,
  metadata_key text not null check (char_length(metadata_key) <= 100),
  metadata_value text not null,
  metadata_type text not null default 'string' check (metadata_type in ('string', 'number', 'boolean', 'json')),
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint call_metadata_one_a_key unique (tenant_id, call_id, metadata_key),
  foreign key (tenant_id, call_id) references calls (tenant_id, id) on delete cascade
);
call protect_tenant_table('call_metadata');

alter table activities add constraint activities_call_fk foreign key (tenant_id, call_id) references calls (tenant_id, id);
create index activities_call_idx on activities (tenant_id, call_id);

create view call_facts with (security_invoker = true) as
select tenant_id, id, call_sid, direction, customer_phone, called_phone, contact_id, conversation_id, phone_number_id, status,
       answered, missed, missed_reason, missed_at, started_at, answered_at, ended_at, duration_seconds, is_final
from calls;
grant select on call_facts to nmc_app;

create view call_event_facts with (security_invoker = true) as
select tenant_id, id, call_id, call_sid, event_type, sequence_number, occurred_at, received_at, payload, source, inbox_id
from call_events;
grant select on call_event_facts to nmc_app;
