-- What people agreed to, and where that can be seen. Never changed, only added to.
create table consents (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  phone phone_e164 not null,
  channel text not null check (channel in ('sms', 'phone', 'email')),
  kind text not null check (kind in ('implied', 'express', 'express_written')),
  source text not null,
  call_id uuid,
  evidence jsonb not null default '{}',
  granted_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references calls (tenant_id, id)
);
call protect_tenant_table('consents', 'select, insert');
call make_append_only('consents');
create index consents_phone_idx on consents (tenant_id, phone, channel);
create index consents_call_idx on consents (tenant_id, call_id);

-- The ledger of revocations and returns; the newest row of a phone and channel is in force.
create table opt_outs (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  phone phone_e164 not null,
  channel text not null default 'sms' check (channel in ('sms', 'phone', 'email', 'all')),
  state text not null check (state in ('opted_out', 'opted_in')),
  source text not null check (source in ('keyword', 'free_text', 'carrier', 'person')),
  words text,
  message_id uuid,
  recorded_by uuid,
  recorded_at timestamptz not null default app_now(),
  -- Which of two entries of the same millisecond came later.
  entry bigint not null generated always as identity,
  primary key (tenant_id, id)
);
call protect_tenant_table('opt_outs', 'select, insert');
call make_append_only('opt_outs');
create index opt_outs_phone_idx on opt_outs (tenant_id, phone, entry desc);

-- Phones that are never texted: family, crew, suppliers.
create table excluded_callers (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  phone phone_e164 not null,
  reason text not null check (reason in ('family', 'crew', 'supplier', 'other')),
  name text check (char_length(name) <= 200),
  created_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint excluded_callers_once unique (tenant_id, phone)
);
call protect_tenant_table('excluded_callers');

-- Every wish to reach somebody, allowed or refused, with what it was decided on.
create table send_decisions (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  requested_by text not null,
  cause text not null,
  class text not null check (class in ('conversational', 'transactional', 'marketing', 'collection')),
  channel text not null check (channel in ('sms')),
  recipient phone_e164 not null,
  call_id uuid,
  conversation_id uuid,
  verdict text not null check (verdict in ('allowed', 'refused')),
  reason text not null,
  rules jsonb not null,
  inputs jsonb not null,
  conditions jsonb not null default '[]',
  decided_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint send_decisions_once_a_cause unique (tenant_id, cause),
  foreign key (tenant_id, call_id) references calls (tenant_id, id)
);
call protect_tenant_table('send_decisions', 'select, insert');
call make_append_only('send_decisions');
create index send_decisions_call_idx on send_decisions (tenant_id, call_id);
create index send_decisions_conversation_idx on send_decisions (tenant_id, conversation_id, id);
create index send_decisions_recipient_idx on send_decisions (tenant_id, recipient, id);

-- How fast a number may send: a token bucket.
create table sender_lanes (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  phone_number_id uuid not null,
  messages_per_second numeric(8, 2) not null default 1 check (messages_per_second > 0),
  daily_cap integer check (daily_cap > 0),
  tokens numeric(12, 4) not null default 0,
  refilled_at timestamptz not null default app_now(),
  -- The carriers' day, and the texts that left on it.
  today date,
  sent_today integer not null default 0,
  paused_until timestamptz,
  pause_reason text,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint sender_lanes_one_a_number unique (tenant_id, phone_number_id),
  foreign key (tenant_id, phone_number_id) references phone_numbers (tenant_id, id) on delete cascade
);
call protect_tenant_table('sender_lanes');

-- queued -> sending | cancelled; sending -> accepted | failed | unknown, or queued when the carrier certainly did not take
-- it; unknown -> accepted | queued | failed.
create table outbound_messages (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  decision_id uuid not null,
  cause text not null,
  class text not null check (class in ('conversational', 'transactional', 'marketing', 'collection')),
  recipient phone_e164 not null,
  phone_number_id uuid not null,
  body text not null check (char_length(body) <= 1600),
  media_urls text[] not null default '{}',
  call_id uuid,
  conversation_id uuid,
  -- The pen the asker held; null when no conversation's owner is concerned.
  ownership_token bigint,
  state text not null default 'queued' check (state in ('queued', 'sending', 'unknown', 'accepted', 'failed', 'cancelled')),
  state_reason text,
  attempts integer not null default 0 check (attempts between 0 and 20),
  fencing_token bigint not null default 0,
  leased_until timestamptz,
  message_sid text unique,
  status text check (status in ('queued', 'accepted', 'scheduled', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'canceled', 'read', 'partially_delivered')),
  error_code integer,
  segments integer check (segments >= 0),
  price numeric(10, 4),
  price_unit text,
  -- When the recipient's quiet hours end or the sender's lane has room; null: at once.
  not_before timestamptz,
  expires_at timestamptz not null,
  -- How often the carrier's answer was lost and could not be found out either.
  unresolved_attempts integer not null default 0,
  sending_at timestamptz,
  accepted_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  last_event_time timestamptz,
  is_final boolean not null default false,
  finalized_at timestamptz,
  sync_state text not null default 'active' check (sync_state in ('active', 'frozen')),
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint outbound_messages_once_a_cause unique (tenant_id, cause),
  constraint outbound_messages_lease_while_sending check ((state = 'sending') = (leased_until is not null)),
  foreign key (tenant_id, decision_id) references send_decisions (tenant_id, id),
  foreign key (tenant_id, call_id) references calls (tenant_id, id),
  foreign key (tenant_id, phone_number_id) references phone_numbers (tenant_id, id)
);
call protect_tenant_table('outbound_messages', 'select, insert, update');
create index outbound_messages_decision_idx on outbound_messages (tenant_id, decision_id);
create index outbound_messages_call_idx on outbound_messages (tenant_id, call_id);
create index outbound_messages_number_idx on outbound_messages (tenant_id, phone_number_id);
create index outbound_messages_conversation_idx on outbound_messages (tenant_id, conversation_id);
create index outbound_messages_recipient_idx on outbound_messages (tenant_id, recipient, created_at);
create index outbound_messages_unfinished_idx on outbound_messages (tenant_id, leased_until) where state in ('queued', 'sending', 'unknown');

-- What the carrier said about a message, once each: the ledger of delivery states.
create table message_events (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  message_sid text not null,
  outbound_message_id uuid,
  status text not null,
  event_key text not null,
  error_code integer,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  payload jsonb not null,
  source text not null check (source in ('response', 'webhook', 'reconciliation')),
  inbox_id uuid,
  primary key (tenant_id, id),
  constraint message_events_once unique (tenant_id, message_sid, event_key),
  foreign key (tenant_id, outbound_message_id) references outbound_messages (tenant_id, id)
);
call protect_tenant_table('message_events', 'select, insert');
call make_append_only('message_events');
create index message_events_outbound_idx on message_events (tenant_id, outbound_message_id);

-- How many texts a phone got in an hour, from all businesses together, without ever having written to them: a forged
-- caller id must not turn us against its owner. The phone is kept as a digest, and no business can read the table.
create table unprompted_texts (
  phone_digest bytea not null,
  hour timestamptz not null,
  texts integer not null,
  primary key (phone_digest, hour)
);
alter table unprompted_texts enable row level security;

-- Counts one more text to the phone and says yes, unless it already got `at_most` within a day.
create function take_unprompted_text(phone phone_e164, at_most int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;
revoke execute on function take_unprompted_text(phone_e164, int) from public;
grant execute on function take_unprompted_text(phone_e164, int) to nmc_app;

create view opt_out_facts with (security_invoker = true) as
select tenant_id, id, phone, channel, state, source, recorded_at, entry from opt_outs;
grant select on opt_out_facts to nmc_app;

create view send_facts with (security_invoker = true) as
select outbound.tenant_id, outbound.id, outbound.decision_id, outbound.cause, outbound.class, outbound.recipient, outbound.call_id,
       outbound.conversation_id, outbound.body, outbound.state, outbound.state_reason, outbound.status, outbound.error_code, outbound.message_sid,
       outbound.segments, outbound.price, outbound.price_unit, outbound.attempts, outbound.created_at, outbound.sending_at,
       outbound.accepted_at, outbound.sent_at, outbound.delivered_at, outbound.is_final
from outbound_messages outbound;
grant select on send_facts to nmc_app;

create view decision_facts with (security_invoker = true) as
select tenant_id, id, requested_by, cause, class, recipient, call_id, conversation_id, verdict, reason, rules, inputs, conditions, decided_at
from send_decisions;
grant select on decision_facts to nmc_app;

create view message_event_facts with (security_invoker = true) as
select tenant_id, id, message_sid, outbound_message_id, status, error_code, occurred_at, received_at, source, inbox_id
from message_events;
grant select on message_event_facts to nmc_app;
