-- A person who signs in, once, for however many businesses.
create table users (
  id uuid primary key default new_id(),
  email email_address not null unique,
  password_hash text not null check (password_hash like '$argon2id$%'),
  first_name text not null default '' check (char_length(first_name) <= 100),
  last_name text not null default '' check (char_length(last_name) <= 100),
  email_verified boolean not null default false,
  verification_token bytea,
  failed_login_attempts integer not null default 0 check (failed_login_attempts >= 0),
  locked_until timestamptz,
  last_login_at timestamptz,
  two_factor_enabled boolean not null default false,
  two_factor_secret bytea,
  backup_codes text[] not null default '{}',
  status text not null default 'active' check (status in ('active', 'inactive')),
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now()
);
alter table users enable row level security;
alter table users force row level security;
create trigger set_updated_at before update on users for each row execute function set_updated_at();
create policy across_tenants on users to nmc_platform using (true) with check (true);
grant select, insert, update on users to nmc_platform;
alter table tenants add constraint tenants_owner_fk foreign key (owner_id) references users (id);
create index tenants_owner_idx on tenants (owner_id);

-- A person's place in one business: role, name to show, phone.
create table user_profiles (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  user_id uuid not null references users (id) on delete cascade,
  role text not null check (role in ('owner', 'admin', 'operator', 'user', 'viewer')),
  permissions jsonb not null default '[]',
  display_name text check (char_length(display_name) <= 200),
  phone_number phone_e164,
  profile_photo_url text,
  timezone iana_timezone,
  invited_by uuid,
  invitation_accepted_at timestamptz,
  is_active boolean not null default true,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint user_profiles_once_a_tenant unique (tenant_id, user_id),
  foreign key (tenant_id, invited_by) references user_profiles (tenant_id, user_id)
);
call protect_tenant_table('user_profiles', 'select, insert, update, delete', 'select, insert, update');
create index user_profiles_user_idx on user_profiles (user_id);
create index user_profiles_invited_by_idx on user_profiles (tenant_id, invited_by);

-- A business sees the names of its own people, and never a password's hash.
create policy own_people on users for select to nmc_app using (
  exists (select from user_profiles where user_profiles.user_id = users.id and user_profiles.tenant_id = (select current_tenant_id()))
);
grant select (id, email, first_name, last_name, email_verified, last_login_at, two_factor_enabled, status) on users to nmc_app;

-- How a person wants to be told things.
create table user_preferences (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  user_id uuid not null,
  sms_notifications_enabled boolean not null default true,
  email_notifications_enabled boolean not null default true,
  push_notifications_enabled boolean not null default true,
  dashboard_sounds_enabled boolean not null default true,
  dashboard_default_view text not null default 'conversations',
  dashboard_refresh_interval integer not null default 30 check (dashboard_refresh_interval between 5 and 3600),
  show_tutorial boolean not null default true,
  auto_response_enabled boolean not null default true,
  ai_takeover_notifications boolean not null default true,
  customer_response_timeout integer not null default 60 check (customer_response_timeout between 10 and 3600),
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint user_preferences_one_a_person unique (tenant_id, user_id),
  foreign key (tenant_id, user_id) references user_profiles (tenant_id, user_id) on delete cascade
);
call protect_tenant_table('user_preferences');

-- Whether a person is there right now.
create table user_status (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  user_id uuid not null,
  is_online boolean not null default false,
  last_seen_at timestamptz,
  status text not null default 'available' check (status in ('available', 'busy', 'offline', 'away')),
  status_message text check (char_length(status_message) <= 200),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint user_status_one_a_person unique (tenant_id, user_id),
  foreign key (tenant_id, user_id) references user_profiles (tenant_id, user_id) on delete cascade
);
call protect_tenant_table('user_status');

-- Sessions hold only the SHA-256 of their token: a stolen database opens no door.
create table user_sessions (
  id uuid primary key default new_id(),
  user_id uuid not null references users (id) on delete cascade,
  tenant_id uuid not null,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  ip_address inet,
  user_agent text,
  device_fingerprint text,
  expires_at timestamptz not null,
  last_used_at timestamptz not null default app_now(),
  is_active boolean not null default true,
  created_at timestamptz not null default app_now(),
  foreign key (tenant_id, user_id) references user_profiles (tenant_id, user_id) on delete cascade
);
alter table user_sessions enable row level security;
alter table user_sessions force row level security;
create policy across_tenants on user_sessions to nmc_platform using (true) with check (true);
grant select, insert, update, delete on user_sessions to nmc_platform;
create index user_sessions_user_idx on user_sessions (user_id, is_active, expires_at);
create index user_sessions_tenant_user_idx on user_sessions (tenant_id, user_id);

-- Tries at the door since the last right one, by a digest of the e-mail and the browser: e-mails that nobody has leave the
-- same trace as known ones.
create table sign_in_attempts (
  subject bytea primary key check (octet_length(subject) = 32),
  failed_attempts integer not null check (failed_attempts > 0),
  wait_until timestamptz,
  last_attempt_at timestamptz not null
);
alter table sign_in_attempts enable row level security;
alter table sign_in_attempts force row level security;
create policy across_tenants on sign_in_attempts to nmc_platform using (true) with check (true);
grant select, insert, update, delete on sign_in_attempts to nmc_platform;
create index sign_in_attempts_last_idx on sign_in_attempts (last_attempt_at);

create view people_facts with (security_invoker = true) as
select profile.tenant_id, profile.user_id, users.email, users.first_name, users.last_name, profile.role, profile.is_active,
       profile.phone_number,
       coalesce(nullif(profile.display_name, ''), nullif(concat_ws(' ', nullif(users.first_name, ''), nullif(users.last_name, '')), ''), users.email::text) as name
from user_profiles profile
join users on users.id = profile.user_id;
grant select on people_facts to nmc_app;
