-- Not breaking: a table of its own.

-- What was taken from the carrier's lists because its webhooks were lost: noted before it goes into the inbox, announced with
-- the end of a comparison, so that one that is cut off loses no alarm. The key is the inbox's, so that a repair is noted once.
create table repairs (
  tenant_id uuid not null references tenants (id) on delete cascade,
  dedupe_key text not null,
  account_id uuid not null,
  resource text not null check (resource in ('calls', 'messages')),
  -- The sid of the call or text of which something was missing.
  about text not null,
  -- Nothing had been heard of it.
  was_missing boolean not null,
  repaired_at timestamptz not null default app_now(),
  announced_at timestamptz,
  primary key (tenant_id, dedupe_key),
  foreign key (tenant_id, account_id) references telephony_accounts (tenant_id, id) on delete cascade
);
call protect_tenant_table('repairs', 'select, insert, update', 'select, delete');
create index repairs_account_idx on repairs (tenant_id, account_id, resource, repaired_at);
