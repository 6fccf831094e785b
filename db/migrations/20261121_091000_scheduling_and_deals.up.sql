-- A technician, van or chair: one job at a time.
create table resources (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  name text not null check (char_length(name) between 1 and 200),
  user_id uuid,
  is_active boolean not null default true,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references user_profiles (tenant_id, user_id)
);
call protect_tenant_table('resources');
create index resources_user_idx on resources (tenant_id, user_id);

-- What a customer wants and what becomes of it.
create table leads (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  contact_id uuid not null,
  conversation_id uuid,
  call_id uuid,
  appointment_id uuid,
  source text not null default 'missed_call',
  problem_description text,
  job_type text,
  trade text,
  urgency_level text not null default 'normal' check (urgency_level in ('low', 'normal', 'high', 'emergency')),
  estimated_value numeric(15, 2),
  currency currency_code not null default 'USD',
  status text not null default 'new' check (status in ('new', 'contacted', 'qualified', 'quoted', 'scheduled', 'converted', 'lost')),
  status_notes text,
  ai_analysis jsonb not null default '{}',
  ai_confidence_score numeric(3, 2),
  ai_recommended_actions jsonb not null default '[]',
  address text,
  zip text,
  latitude double precision,
  longitude double precision,
  outcome text check (outcome in ('scheduled', 'quoted', 'converted', 'lost')),
  outcome_notes text,
  conversion_value numeric(15, 2),
  lost_reason text,
  search tsvector generated always as (to_tsvector('english', coalesce(problem_description, '') || ' ' || coalesce(job_type, ''))) stored,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id),
  foreign key (tenant_id, call_id) references calls (tenant_id, id)
);
call protect_tenant_table('leads', 'select, insert, update');
create unique index leads_one_open_a_conversation_idx on leads (tenant_id, conversation_id) where status in ('new', 'contacted', 'qualified', 'quoted');
create index leads_conversation_idx on leads (tenant_id, conversation_id);
create index leads_contact_idx on leads (tenant_id, contact_id);
create index leads_call_idx on leads (tenant_id, call_id);
create index leads_appointment_idx on leads (tenant_id, appointment_id);
create index leads_list_idx on leads (tenant_id, status, created_at desc, id desc);
create index leads_search_idx on leads using gin (search);

-- A visit at a customer's. No two live ones of a resource overlap.
create table appointments (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  resource_id uuid not null,
  contact_id uuid not null,
  lead_id uuid,
  conversation_id uuid,
  assigned_user_id uuid,
  scheduled_start timestamptz not null,
  scheduled_end timestamptz not null,
  -- When the customer is told to expect somebody; the visit may begin anywhere inside.
  window_start timestamptz not null,
  window_end timestamptz not null,
  -- What the resource is blocked for: the visit with its travel buffer.
  blocked_until timestamptz not null,
  actual_start timestamptz,
  actual_end timestamptz,
  timezone iana_timezone not null,
  service_type text not null,
  problem_description text,
  address text,
  zip text,
  duration_minutes integer not null check (duration_minutes between 15 and 1440),
  estimated_cost_min numeric(15, 2),
  estimated_cost_max numeric(15, 2),
  actual_cost numeric(15, 2),
  currency currency_code not null default 'USD',
  status text not null default 'scheduled'
    check (status in ('scheduled', 'confirmed', 'en_route', 'in_progress', 'completed', 'cancelled', 'no_show')),
  booked_by text not null default 'ai' check (booked_by in ('ai', 'person', 'customer')),
  cancelled_at timestamptz,
  cancellation_reason text,
  reminder_sent_at timestamptz,
  confirmed_at timestamptz,
  customer_satisfaction integer check (customer_satisfaction between 1 and 5),
  customer_feedback text,
  calendar_provider text,
  google_event_id text,
  outlook_event_id text,
  version integer not null default 1,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, resource_id) references resources (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, lead_id) references leads (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id),
  foreign key (tenant_id, assigned_user_id) references user_profiles (tenant_id, user_id),
  constraint appointments_times_in_order check (scheduled_start < scheduled_end and scheduled_end <= blocked_until and window_start <= window_end),
  constraint appointments_no_double_booking exclude using gist (
    tenant_id with =, resource_id with =, tstzrange(scheduled_start, blocked_until) with &&
  ) where (status not in ('cancelled', 'no_show'))
);
call protect_tenant_table('appointments', 'select, insert, update');
create index appointments_start_idx on appointments (tenant_id, scheduled_start);
create index appointments_resource_idx on appointments (tenant_id, resource_id);
create index appointments_contact_idx on appointments (tenant_id, contact_id);
create index appointments_lead_idx on appointments (tenant_id, lead_id);
create index appointments_conversation_idx on appointments (tenant_id, conversation_id);
create index appointments_assigned_idx on appointments (tenant_id, assigned_user_id);

alter table leads add constraint leads_appointment_fk foreign key (tenant_id, appointment_id) references appointments (tenant_id, id);
alter table calls add constraint calls_lead_fk foreign key (tenant_id, lead_id) references leads (tenant_id, id);
alter table conversations add constraint conversations_lead_fk foreign key (tenant_id, lead_id) references leads (tenant_id, id);

create view appointment_facts with (security_invoker = true) as
select tenant_id, id, resource_id, contact_id, lead_id, conversation_id, assigned_user_id, scheduled_start, scheduled_end, window_start, window_end,
       timezone, service_type, address, status, created_at, cancelled_at
from appointments;
grant select on appointment_facts to nmc_app;

create view lead_facts with (security_invoker = true) as
select tenant_id, id, contact_id, conversation_id, call_id, appointment_id, source, status, problem_description, job_type, urgency_level, estimated_value, created_at
from leads;
grant select on lead_facts to nmc_app;
