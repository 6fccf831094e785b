-- A schema that breaks every rule of schema-rules.ts at least once: proof that each rule bites.
create type spoiled_colour as enum ('red', 'green');
create table spoiled_plain (note text);
create table spoiled (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null,
  call_id uuid not null,
  contact_id uuid references users (id),
  seen_at timestamp,
  called_time text,
  price double precision,
  customer_email text,
  room text,
  span tstzrange,
  updated_at timestamptz default now(),
  foreign key (tenant_id, call_id) references calls (tenant_id, id),
  exclude using gist (room with =, span with &&)
);
alter table spoiled enable row level security;
create policy everything on spoiled to nmc_app using (true) with check (true);
create index spoiled_once on spoiled (room);
create index spoiled_twice on spoiled (room);
grant select on spoiled to nmc_app;
grant select on spoiled_plain to public;
create table spoiled_adrift (tenant_id uuid primary key);
grant select on spoiled_adrift to nmc_app;
grant select on audit_logs_default to nmc_app;
create view spoiled_view as select * from calls;
create function spoiled_function() returns void language sql security definer as '';
