-- One carrier account a tenant (Twilio asks an ISV for one subaccount a customer); tokens are sealed by the application.
create table telephony_accounts (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  provider text not null default 'twilio' check (provider in ('twilio')),
  account_sid text not null unique,
  auth_token_sealed bytea not null,
  previous_auth_token_sealed bytea,
  status text not null default 'active' check (status in ('active', 'suspended', 'closed')),
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id)
);
call protect_tenant_table('telephony_accounts', 'select, insert, update', 'select');

-- A business's number: how it is reached at the carrier and whom it rings.
create table phone_numbers (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  account_id uuid not null,
  phone_number phone_e164 not null unique,
  phone_number_sid text unique,
  friendly_name text check (char_length(friendly_name) <= 255),
  area_code text,
  locality text,
  region text,
  country char(2) not null default 'US',
  number_type text not null default 'local' check (number_type in ('local', 'toll-free', 'mobile')),
  capabilities text[] not null default '{voice,sms}',
  status text not null default 'provisioning' check (status in ('provisioning', 'active', 'inactive', 'error', 'released')),
  status_reason text,
  -- An unguessable part of the webhooks' address: it chooses the account whose token verifies the signature.
  hook_token text not null unique check (char_length(hook_token) >= 32),
  webhooks_configured boolean not null default false,
  voice_webhook_url text,
  sms_webhook_url text,
  status_callback_url text,
  monthly_price_cents integer not null default 100 check (monthly_price_cents >= 0),
  setup_price_cents integer not null default 0 check (setup_price_cents >= 0),
  currency currency_code not null default 'USD',
  -- own: this number is public and rings the owner first. forwarded: the business keeps its number and its carrier forwards unanswered calls here.
  installation text not null default 'own' check (installation in ('own', 'forwarded')),
  -- Not an array of the domain: drivers know arrays of built-in types only.
  forward_to text[] not null default '{}' check (array_to_string(forward_to, ' ') ~ '^(\+[1-9][0-9]{1,14}( |$))*$'),
  ring_strategy text not null default 'together' check (ring_strategy in ('together', 'in_turn')),
  ring_timeout_seconds integer not null default 20 check (ring_timeout_seconds between 5 and 120),
  screening_enabled boolean not null default true,
  sender_registered boolean not null default true,
  date_provisioned timestamptz,
  date_released timestamptz,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references telephony_accounts (tenant_id, id)
);
call protect_tenant_table('phone_numbers', 'select, insert, update', 'select, update');
create index phone_numbers_account_idx on phone_numbers (tenant_id, account_id);
create index phone_numbers_status_idx on phone_numbers (tenant_id, status);
create index phone_numbers_area_code_idx on phone_numbers (area_code, region);

-- The carrier's messaging service of a number.
create table messaging_services (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  phone_number_id uuid not null,
  messaging_service_sid text not null unique,
  friendly_name text not null,
  inbound_webhook_url text not null,
  inbound_method text not null default 'POST' check (inbound_method in ('POST', 'GET')),
  fallback_url text,
  status_callback text,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, phone_number_id) references phone_numbers (tenant_id, id) on delete cascade
);
call protect_tenant_table('messaging_services');
create index messaging_services_number_idx on messaging_services (tenant_id, phone_number_id);

create view number_facts with (security_invoker = true) as
select tenant_id, id, phone_number, friendly_name, status from phone_numbers;
grant select on number_facts to nmc_app, nmc_platform;
