-- A thread with one customer through one business number.
create table conversations (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  contact_id uuid,
  phone_number_id uuid not null,
  customer_phone phone_e164 not null,
  business_phone phone_e164 not null,
  status text not null default 'active' check (status in ('active', 'waiting', 'resolved', 'closed')),
  subject text,
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  channel text not null default 'sms' check (channel in ('phone', 'sms', 'email', 'web')),
  language text not null default 'en' check (language in ('en', 'es')),
  assigned_to uuid,
  first_call_id uuid,
  last_call_id uuid,
  lead_id uuid,
  total_calls integer not null default 0,
  total_duration_seconds integer not null default 0,
  -- Who holds the pen. Every change of owner raises the token; a send under an older token is refused below.
  owner_kind text not null default 'none' check (owner_kind in ('ai', 'person', 'none')),
  owner_user_id uuid,
  ownership_token bigint not null default 1,
  ai_active boolean generated always as (owner_kind = 'ai') stored,
  human_active boolean generated always as (owner_kind = 'person') stored,
  ai_handoff_time timestamptz,
  human_takeover_time timestamptz,
  handover_reason text,
  last_message_time timestamptz,
  last_customer_message_time timestamptz,
  last_human_response_time timestamptz,
  -- Since when the customer waits for an answer from a person; null when nobody waits.
  waiting_since timestamptz,
  unread_count integer not null default 0 check (unread_count >= 0),
  message_count integer not null default 0,
  customer_message_count integer not null default 0,
  ai_message_count integer not null default 0,
  human_message_count integer not null default 0,
  outcome text check (outcome in ('appointment_scheduled', 'quote_provided', 'resolved', 'abandoned')),
  outcome_data jsonb not null default '{}',
  tags text[] not null default '{}',
  closed_at timestamptz,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, phone_number_id) references phone_numbers (tenant_id, id),
  foreign key (tenant_id, assigned_to) references user_profiles (tenant_id, user_id),
  foreign key (tenant_id, owner_user_id) references user_profiles (tenant_id, user_id),
  foreign key (tenant_id, first_call_id) references calls (tenant_id, id),
  foreign key (tenant_id, last_call_id) references calls (tenant_id, id),
  constraint conversations_person_is_named check ((owner_kind = 'person') = (owner_user_id is not null))
);
call protect_tenant_table('conversations', 'select, insert, update');
create unique index conversations_one_open_idx on conversations (tenant_id, customer_phone, business_phone) where status <> 'closed';
create index conversations_list_idx on conversations (tenant_id, last_message_time desc, id desc);
create index conversations_waiting_idx on conversations (tenant_id, waiting_since) where waiting_since is not null;
create index conversations_contact_idx on conversations (tenant_id, contact_id);
create index conversations_number_idx on conversations (tenant_id, phone_number_id);
create index conversations_assigned_to_idx on conversations (tenant_id, assigned_to);
create index conversations_owner_idx on conversations (tenant_id, owner_user_id);
create index conversations_first_call_idx on conversations (tenant_id, first_call_id);
create index conversations_last_call_idx on conversations (tenant_id, last_call_id);
create index conversations_lead_idx on conversations (tenant_id, lead_id);

-- One text of a thread, in or out.
create table messages (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  conversation_id uuid not null,
  message_sid text unique,
  outbound_message_id uuid,
  decision_id uuid,
  direction text not null check (direction in ('inbound', 'outbound')),
  sender text not null check (sender in ('customer', 'ai', 'human', 'system')),
  sender_user_id uuid,
  from_number text not null,
  to_number text not null,
  body text not null default '',
  status text not null check (status in ('queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'received', 'read', 'refused')),
  error_code integer,
  error_message text,
  ai_processed boolean not null default false,
  ai_generated boolean not null default false,
  confidence numeric(3, 2),
  intent text,
  segments integer,
  price numeric(10, 4),
  sent_at timestamptz,
  delivered_at timestamptz,
  last_event_time timestamptz,
  is_final boolean not null default false,
  finalized_at timestamptz,
  sync_state text not null default 'active' check (sync_state in ('active', 'frozen')),
  search tsvector generated always as (to_tsvector('english', body)) stored,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id) on delete cascade,
  foreign key (tenant_id, outbound_message_id) references outbound_messages (tenant_id, id),
  foreign key (tenant_id, decision_id) references send_decisions (tenant_id, id),
  foreign key (tenant_id, sender_user_id) references user_profiles (tenant_id, user_id)
);
call protect_tenant_table('messages', 'select, insert, update');
create index messages_conversation_idx on messages (tenant_id, conversation_id, created_at desc, id desc);
create index messages_outbound_idx on messages (tenant_id, outbound_message_id);
create index messages_decision_idx on messages (tenant_id, decision_id);
create index messages_sender_user_idx on messages (tenant_id, sender_user_id);
create index messages_search_idx on messages using gin (search);

-- The photos of a text.
create table message_media (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  message_id uuid not null,
  position integer not null check (position >= 0),
  provider_url text,
  content_type text not null,
  size_bytes integer check (size_bytes between 0 and 5242880),
  content bytea,
  state text not null default 'pending' check (state in ('pending', 'stored', 'failed')),
  error text,
  created_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint message_media_position unique (tenant_id, message_id, position),
  foreign key (tenant_id, message_id) references messages (tenant_id, id) on delete cascade
);
call protect_tenant_table('message_media');

-- What happened to a thread besides texts, for its time line.
create table conversation_events (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  conversation_id uuid not null,
  call_id uuid,
  event_type text not null check (event_type in ('call_started', 'call_ended', 'note_added', 'status_changed', 'priority_changed', 'assigned', 'unassigned',
    'tag_added', 'tag_removed', 'customer_info_updated', 'taken_over', 'handed_back', 'handed_over', 'opted_out', 'opted_in', 'not_sent')),
  event_data jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id) on delete cascade,
  foreign key (tenant_id, call_id) references calls (tenant_id, id),
  foreign key (tenant_id, created_by) references user_profiles (tenant_id, user_id)
);
call protect_tenant_table('conversation_events', 'select, insert');
create index conversation_events_conversation_idx on conversation_events (tenant_id, conversation_id, created_at desc, id desc);
create index conversation_events_call_idx on conversation_events (tenant_id, call_id);
create index conversation_events_created_by_idx on conversation_events (tenant_id, created_by);

-- What staff wrote down for each other.
create table conversation_notes (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  conversation_id uuid not null,
  author_id uuid not null,
  body text not null check (char_length(body) between 1 and 10000),
  created_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references user_profiles (tenant_id, user_id)
);
call protect_tenant_table('conversation_notes');
create index conversation_notes_conversation_idx on conversation_notes (tenant_id, conversation_id, created_at desc);
create index conversation_notes_author_idx on conversation_notes (tenant_id, author_id);

-- What became of each missed call: one row a call, whatever the outcome.
create table text_backs (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  call_id uuid not null,
  conversation_id uuid,
  outcome text not null check (outcome in ('texted', 'not_texted', 'task_created')),
  reason text not null,
  wording text check (wording in ('open', 'after_hours', 'holiday')),
  outbound_message_id uuid,
  activity_id uuid,
  created_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint text_backs_one_a_call unique (tenant_id, call_id),
  foreign key (tenant_id, call_id) references calls (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id),
  foreign key (tenant_id, outbound_message_id) references outbound_messages (tenant_id, id),
  foreign key (tenant_id, activity_id) references activities (tenant_id, id)
);
call protect_tenant_table('text_backs', 'select, insert, update');
create index text_backs_conversation_idx on text_backs (tenant_id, conversation_id);
create index text_backs_outbound_idx on text_backs (tenant_id, outbound_message_id);
create index text_backs_activity_idx on text_backs (tenant_id, activity_id);

alter table calls add constraint calls_conversation_fk foreign key (tenant_id, conversation_id) references conversations (tenant_id, id);
alter table send_decisions add constraint send_decisions_conversation_fk foreign key (tenant_id, conversation_id) references conversations (tenant_id, id);
alter table outbound_messages add constraint outbound_messages_conversation_fk foreign key (tenant_id, conversation_id) references conversations (tenant_id, id);
alter table opt_outs add constraint opt_outs_message_fk foreign key (tenant_id, message_id) references messages (tenant_id, id);
alter table opt_outs add constraint opt_outs_recorded_by_fk foreign key (tenant_id, recorded_by) references user_profiles (tenant_id, user_id);
create index opt_outs_message_idx on opt_outs (tenant_id, message_id);
create index opt_outs_recorded_by_idx on opt_outs (tenant_id, recorded_by);
alter table activities add constraint activities_conversation_fk foreign key (tenant_id, conversation_id) references conversations (tenant_id, id);
create index activities_conversation_idx on activities (tenant_id, conversation_id);

-- The fence: nobody queues or begins a send under a pen that has passed to somebody else.
create function refuse_stale_owner() returns trigger language plpgsql as $$
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
$$;
create trigger refuse_stale_owner before insert or update of state on outbound_messages
  for each row execute function refuse_stale_owner();

create view conversation_facts with (security_invoker = true) as
select tenant_id, id, contact_id, customer_phone, business_phone, status, owner_kind, owner_user_id, ownership_token, lead_id, language,
       last_message_time, created_at, outcome
from conversations;
grant select on conversation_facts to nmc_app;

create view message_facts with (security_invoker = true) as
select tenant_id, id, conversation_id, message_sid, outbound_message_id, decision_id, direction, sender, body, status, error_code, created_at, sent_at, delivered_at
from messages;
grant select on message_facts to nmc_app;

create view text_back_facts with (security_invoker = true) as
select text_back.tenant_id, text_back.call_id, text_back.conversation_id, text_back.outcome, text_back.reason, text_back.wording,
       text_back.outbound_message_id, text_back.created_at, outbound.accepted_at, outbound.state
from text_backs text_back
left join outbound_messages outbound on outbound.tenant_id = text_back.tenant_id and outbound.id = text_back.outbound_message_id;
grant select on text_back_facts to nmc_app;
