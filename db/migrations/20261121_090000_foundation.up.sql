-- Not breaking: creates the ground every later table stands on.
create extension if not exists citext;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists cube;
create extension if not exists earthdistance;
create extension if not exists unaccent;

-- ITU-T E.164: a plus sign, no leading zero, at most fifteen digits.
create domain phone_e164 as text check (value ~ '^\+[1-9][0-9]{1,14}$');
create domain email_address as citext check (value ~ '^[^@\s]{1,64}@[^@\s]{1,255}$');
create domain currency_code as char(3) check (value ~ '^[A-Z]{3}$');
create domain iana_timezone as text check (value is null or now() at time zone value is not null);

-- The application's clock: a transaction may carry its own time, so that simulated time reaches every default.
create function app_now() returns timestamptz language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())
$$;

create function current_tenant_id() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.tenant_id', true), '')::uuid
$$;

-- RFC 9562 UUID version 7 of the application's clock (PostgreSQL has its own only since 18).
create function new_id() returns uuid language sql volatile parallel safe as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
              placing substring(int8send((extract(epoch from app_now()) * 1000)::bigint) from 3)
              from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- The lowest version 7 id of a moment: the bound of a partition whose key is an id.
create function id_floor(moment timestamptz) returns uuid language sql immutable parallel safe as $$
  select (encode(substring(int8send((extract(epoch from moment) * 1000)::bigint) from 3), 'hex')
          || '00000000000000000000')::uuid
$$;

create function set_updated_at() returns trigger language plpgsql as $$
begin
  new.updated_at := app_now();
  return new;
end
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

-- Forces row-level security on a tenant-owned table and gives the application's role its rights. Work across tenants
-- gets only the rights named in platform_rights; none by default.
create procedure protect_tenant_table(
  target regclass,
  app_rights text default 'select, insert, update, delete',
  platform_rights text default null,
  tenant_column text default 'tenant_id'
) language plpgsql as $$
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
$$;

create procedure make_append_only(target regclass) language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function refuse_change()', target);
  execute format('create trigger no_truncate before truncate on %s for each statement execute function refuse_change()', target);
end
$$;

-- Makes the monthly partition of a table whose partition key is a version 7 id; does nothing when it is there.
-- Partitions carry their own forced row-level security and no grants: they are reached through their parent only.
create procedure make_monthly_partition(parent regclass, month_start date) language plpgsql as $$
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
$$;

create procedure make_partitions_around(parent regclass, moment timestamptz, months_ahead int default 2) language plpgsql as $$
begin
  for step in 0..months_ahead loop
    call make_monthly_partition(parent, (date_trunc('month', moment at time zone 'UTC') + step * interval '1 month')::date);
  end loop;
end
$$;

grant usage on schema public to nmc_app, nmc_platform;
