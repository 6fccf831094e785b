-- A business that is served here.
create table tenants (
  id uuid primary key default new_id(),
  business_name text not null check (char_length(business_name) between 1 and 255),
  business_address text,
  business_zip text check (business_zip ~ '^[0-9]{5}$'),
  business_latitude double precision check (business_latitude between -90 and 90),
  business_longitude double precision check (business_longitude between -180 and 180),
  business_phone phone_e164,
  business_email email_address,
  website text,
  trade_type text not null default 'plumbing'
    check (trade_type in ('plumbing', 'electrical', 'hvac', 'locksmith', 'garage_door', 'clinic', 'other')),
  industry text,
  owner_id uuid,
  status text not null default 'active' check (status in ('active', 'inactive', 'suspended', 'pending')),
  service_radius_miles integer not null default 25 check (service_radius_miles between 1 and 500),
  allowed_zip_prefixes text[] not null default '{}',
  license_number text,
  tax_id text,
  insurance_number text,
  timezone iana_timezone not null default 'America/New_York',
  onboarding_step integer not null default 1 check (onboarding_step between 1 and 5),
  onboarding_completed boolean not null default false,
  onboarding_completed_at timestamptz,
  trial_ends_at timestamptz,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  constraint tenants_location_whole check ((business_latitude is null) = (business_longitude is null))
);
call protect_tenant_table('tenants', 'select, update', 'select, insert, update', 'id');
create index tenants_trade_type_idx on tenants (trade_type);
create index tenants_location_idx on tenants using gist (ll_to_earth(business_latitude, business_longitude))
  where business_latitude is not null;

-- How a business wants to be run: hours, wordings, prices, limits. One row a business.
create table business_settings (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  business_hours jsonb not null default '{"monday":{"open":"09:00","close":"17:00"},"tuesday":{"open":"09:00","close":"17:00"},"wednesday":{"open":"09:00","close":"17:00"},"thursday":{"open":"09:00","close":"17:00"},"friday":{"open":"09:00","close":"17:00"},"saturday":null,"sunday":null}',
  holidays jsonb not null default '[]',
  services_offered text[] not null default '{}',
  auto_response_enabled boolean not null default true,
  auto_response_message text check (char_length(auto_response_message) between 10 and 500),
  greeting_template text not null
    default 'Hi, this is {{business_name}}. Sorry we missed your call. What can we help you with? Reply STOP to opt out.'
    check (char_length(greeting_template) between 10 and 500 and greeting_template like '%{{business_name}}%'),
  after_hours_template text not null
    default 'Hi, this is {{business_name}}. We are closed right now, but we can book you in by text. What do you need help with? Reply STOP to opt out.'
    check (char_length(after_hours_template) between 10 and 500 and after_hours_template like '%{{business_name}}%'),
  holiday_template text not null
    default 'Hi, this is {{business_name}}. We are closed for {{holiday}}, but we can book you in by text. What do you need help with? Reply STOP to opt out.'
    check (char_length(holiday_template) between 10 and 500 and holiday_template like '%{{business_name}}%'),
  text_back_window_minutes integer not null default 30 check (text_back_window_minutes between 1 and 1440),
  text_back_max_age_minutes integer not null default 10 check (text_back_max_age_minutes between 1 and 1440),
  ai_enabled boolean not null default true,
  ai_personality text not null default 'professional' check (ai_personality in ('professional', 'friendly', 'brief')),
  ai_takeover_delay_seconds integer not null default 60 check (ai_takeover_delay_seconds between 60 and 1800),
  ai_confidence_threshold numeric(3, 2) not null default 0.50 check (ai_confidence_threshold between 0 and 1),
  basic_job_estimate_min numeric(15, 2) not null default 150 check (basic_job_estimate_min between 25 and 10000),
  basic_job_estimate_max numeric(15, 2) not null default 300 check (basic_job_estimate_max between 25 and 10000),
  emergency_service_enabled boolean not null default false,
  emergency_after_hours boolean not null default false,
  emergency_phone phone_e164,
  emergency_multiplier_evening numeric(4, 2) not null default 2.25 check (emergency_multiplier_evening >= 1),
  emergency_multiplier_night numeric(4, 2) not null default 2.75 check (emergency_multiplier_night >= 1),
  emergency_multiplier_weekend numeric(4, 2) not null default 2.00 check (emergency_multiplier_weekend >= 1),
  max_jobs_per_day integer not null default 20 check (max_jobs_per_day between 1 and 1000),
  max_concurrent_jobs integer not null default 3 check (max_concurrent_jobs between 1 and 200),
  booking_advance_days integer not null default 30 check (booking_advance_days between 1 and 365),
  cancellation_window_hours integer not null default 24 check (cancellation_window_hours between 0 and 336),
  job_duration_minutes integer not null default 120 check (job_duration_minutes between 15 and 720),
  travel_buffer_minutes integer not null default 30 check (travel_buffer_minutes between 0 and 240),
  arrival_window_minutes integer not null default 120 check (arrival_window_minutes between 0 and 480),
  reminder_hours_before integer not null default 24 check (reminder_hours_before between 1 and 168),
  base_hourly_rate numeric(15, 2) not null default 85 check (base_hourly_rate >= 0),
  minimum_charge numeric(15, 2) not null default 150 check (minimum_charge >= 0),
  travel_fee_enabled boolean not null default true,
  travel_fee_per_mile numeric(15, 2) not null default 2.50 check (travel_fee_per_mile >= 0),
  diagnostic_fee numeric(15, 2) not null default 75 check (diagnostic_fee >= 0),
  currency currency_code not null default 'USD',
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint business_settings_one_a_tenant unique (tenant_id),
  constraint business_settings_estimate_order check (basic_job_estimate_min < basic_job_estimate_max)
);
call protect_tenant_table('business_settings', 'select, insert, update', 'select, insert');

create view tenant_facts with (security_invoker = true) as
select id as tenant_id, business_name, timezone, trade_type, status, created_at from tenants;
grant select on tenant_facts to nmc_app, nmc_platform;
