-- Not breaking: a table of its own and an index.

-- How far the carrier's lists and our ledger were compared: one row for each account and list. The counts are of the last
-- comparison that came to its end.
create table sync_state (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  account_id uuid not null,
  resource text not null check (resource in ('calls', 'messages')),
  status text not null default 'running' check (status in ('running', 'done', 'failed')),
  -- Everything up to here was compared; the next comparison begins before it, as much as windows overlap.
  cursor timestamptz,
  started_at timestamptz not null default app_now(),
  finished_at timestamptz,
  window_from timestamptz,
  window_until timestamptz,
  at_carrier integer not null default 0 check (at_carrier >= 0),
  here integer not null default 0 check (here between 0 and at_carrier),
  missing integer not null default 0 check (missing >= 0),
  repaired integer not null default 0 check (repaired >= 0),
  undecided integer not null default 0 check (undecided >= 0),
  error text,
  error_code integer,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint sync_state_one_a_list unique (tenant_id, account_id, resource),
  foreign key (tenant_id, account_id) references telephony_accounts (tenant_id, id) on delete cascade
);
call protect_tenant_table('sync_state', 'select, insert, update');

-- Legs are looked up by the carrier's sid when its list is compared.
create index call_participants_leg_idx on call_participants (tenant_id, leg_sid);
