-- Not breaking: a table that older servers do not know, and a column that may be null.

-- Since when worker pools that hold jobs show no sign of life. Whoever looks first notes it, so that a row of processes, each
-- of which dies young, comes to the same end as one that lives. After a crash of the database it is empty: everybody's sign
-- broke then.
create unlogged table silent_workers (
  pool_id text primary key,
  silent_since timestamptz not null
);
alter table silent_workers enable row level security;
alter table silent_workers force row level security;
create policy across_tenants on silent_workers to nmc_platform using (true) with check (true);
grant select, insert, delete on silent_workers to nmc_platform;

-- When a revocation was said, where that is not the moment at which it was entered: its text was found later.
alter table opt_outs add column said_at timestamptz;
