-- The order in which webhooks were stored, by whatever process: ids of one millisecond have none.
create sequence webhook_arrivals;
grant usage on sequence webhook_arrivals to nmc_platform;

-- What any provider posted, verbatim, before anything is done with it. Partitioned by month through its version 7 id.
create table webhook_inbox (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  provider text not null check (provider in ('twilio')),
  topic text not null,
  dedupe_key text not null,
  -- The thing the webhook is about (a call or message sid): rows of one subject are drained in order, by one at a time.
  subject text not null,
  phone_number_id uuid not null,
  arrival bigint not null default nextval('webhook_arrivals'),
  headers jsonb not null default '{}',
  body jsonb not null,
  received_at timestamptz not null default app_now(),
  status text not null default 'pending' check (status in ('pending', 'processed', 'failed', 'dead')),
  attempts integer not null default 0 check (attempts >= 0),
  last_error text,
  next_attempt_at timestamptz,
  processed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, phone_number_id) references phone_numbers (tenant_id, id)
) partition by range (id);
call protect_tenant_table('webhook_inbox', 'select, update', 'select, insert, update');
create table webhook_inbox_default partition of webhook_inbox default;
alter table webhook_inbox_default enable row level security;
alter table webhook_inbox_default force row level security;
call make_partitions_around('webhook_inbox', now());
create index webhook_inbox_waiting_idx on webhook_inbox (arrival) where status in ('pending', 'failed');
create index webhook_inbox_subject_idx on webhook_inbox (tenant_id, subject, arrival);
create index webhook_inbox_number_idx on webhook_inbox (tenant_id, phone_number_id);

-- Deduplication that holds across the inbox's partitions: one row for each distinct webhook.
create table webhook_receipts (
  tenant_id uuid not null references tenants (id) on delete cascade,
  provider text not null,
  dedupe_key text not null,
  inbox_id uuid not null,
  received_at timestamptz not null default app_now(),
  repeats integer not null default 0,
  primary key (tenant_id, provider, dedupe_key)
);
call protect_tenant_table('webhook_receipts', 'select', 'select, insert, update, delete');
create index webhook_receipts_received_idx on webhook_receipts using brin (received_at);

-- A refused webhook leaves a number, and nothing else.
create table webhook_refusals (
  day date not null,
  provider text not null,
  reason text not null check (reason in ('unsigned', 'bad_signature', 'unknown_token', 'wrong_account', 'malformed', 'too_large')),
  count bigint not null default 1,
  primary key (day, provider, reason)
);
alter table webhook_refusals enable row level security;
alter table webhook_refusals force row level security;
create policy across_tenants on webhook_refusals to nmc_platform using (true) with check (true);
grant select, insert, update on webhook_refusals to nmc_platform;

-- What Twilio posted.
create view twilio_webhook_inbox with (security_invoker = true) as
select * from webhook_inbox where provider = 'twilio';
grant select on twilio_webhook_inbox to nmc_app;

create view webhook_facts with (security_invoker = true) as
select tenant_id, id, provider, topic, subject, body, received_at, processed_at, status, attempts, last_error from webhook_inbox;
grant select on webhook_facts to nmc_app;
