-- What the dispatcher knows about the conversation it is holding.
create table dispatcher_sessions (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  conversation_id uuid not null,
  language text not null default 'en' check (language in ('en', 'es')),
  state jsonb not null,
  disclosed_at timestamptz,
  last_message_id uuid,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint dispatcher_sessions_one_a_conversation unique (tenant_id, conversation_id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id) on delete cascade,
  foreign key (tenant_id, last_message_id) references messages (tenant_id, id)
);
call protect_tenant_table('dispatcher_sessions');
create index dispatcher_sessions_message_idx on dispatcher_sessions (tenant_id, last_message_id);

-- One row a reply: what was understood, what the tools said, what was decided.
create table dispatcher_turns (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  conversation_id uuid not null,
  inbound_message_ids uuid[] not null,
  understanding jsonb not null,
  tool_results jsonb not null default '[]',
  decision jsonb not null,
  reply_message_id uuid,
  created_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id) on delete cascade,
  foreign key (tenant_id, reply_message_id) references messages (tenant_id, id)
);
call protect_tenant_table('dispatcher_turns', 'select, insert, update');
create index dispatcher_turns_conversation_idx on dispatcher_turns (tenant_id, conversation_id, id);
create index dispatcher_turns_reply_idx on dispatcher_turns (tenant_id, reply_message_id);

create view dispatcher_turn_facts with (security_invoker = true) as
select tenant_id, id, conversation_id, inbound_message_ids, understanding, tool_results, decision, reply_message_id, created_at
from dispatcher_turns;
grant select on dispatcher_turn_facts to nmc_app;
