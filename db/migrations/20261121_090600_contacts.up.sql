-- A person or company that calls or writes.
create table contacts (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  kind text not null default 'person' check (kind in ('person', 'company')),
  first_name text check (char_length(first_name) <= 100),
  last_name text check (char_length(last_name) <= 100),
  company text check (char_length(company) <= 255),
  job_title text check (char_length(job_title) <= 255),
  address text,
  address_unit text,
  city text,
  state text,
  zip text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  property_type text,
  access_notes text,
  equipment text,
  preferred_contact_method text check (preferred_contact_method in ('phone', 'sms', 'email')),
  source text not null default 'missed_call',
  status text not null default 'active' check (status in ('active', 'inactive', 'archived')),
  owner_id uuid,
  do_not_contact boolean not null default false,
  custom_fields jsonb not null default '{}',
  language text not null default 'en' check (language in ('en', 'es')),
  timezone iana_timezone,
  last_contacted_at timestamptz,
  merged_into uuid,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references user_profiles (tenant_id, user_id),
  foreign key (tenant_id, merged_into) references contacts (tenant_id, id)
);
call protect_tenant_table('contacts');
create index contacts_owner_idx on contacts (tenant_id, owner_id);
create index contacts_created_idx on contacts (tenant_id, created_at desc, id desc);
create index contacts_merged_into_idx on contacts (tenant_id, merged_into);
create index contacts_name_idx on contacts using gin ((coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(company, '')) gin_trgm_ops);

-- A contact's phones: one phone belongs to one contact.
create table contact_phones (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  contact_id uuid not null,
  phone phone_e164 not null,
  label text not null default 'mobile',
  line_type text not null default 'unknown' check (line_type in ('mobile', 'landline', 'voip', 'tollFree', 'unknown')),
  line_type_checked_at timestamptz,
  is_primary boolean not null default true,
  created_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint contact_phones_one_contact_a_phone unique (tenant_id, phone),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id) on delete cascade
);
call protect_tenant_table('contact_phones');
create index contact_phones_contact_idx on contact_phones (tenant_id, contact_id);
create index contact_phones_fragment_idx on contact_phones using gin ((phone::text) gin_trgm_ops);

-- A contact's e-mail addresses: one address belongs to one contact.
create table contact_emails (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  contact_id uuid not null,
  email email_address not null,
  label text not null default 'home',
  is_primary boolean not null default true,
  created_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  constraint contact_emails_one_contact_an_email unique (tenant_id, email),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id) on delete cascade
);
call protect_tenant_table('contact_emails');
create index contact_emails_contact_idx on contact_emails (tenant_id, contact_id);

-- Something a person has to do: call a landline back, look at an anonymous call.
create table activities (
  tenant_id uuid not null references tenants (id) on delete cascade,
  id uuid not null default new_id(),
  type text not null check (type in ('task', 'meeting', 'call', 'email', 'note', 'follow_up')),
  subject text not null check (char_length(subject) between 1 and 255),
  description text,
  contact_id uuid,
  call_id uuid,
  conversation_id uuid,
  assigned_to uuid,
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  due_at timestamptz,
  done_at timestamptz,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, assigned_to) references user_profiles (tenant_id, user_id)
);
call protect_tenant_table('activities');
create index activities_contact_idx on activities (tenant_id, contact_id);
create index activities_assigned_to_idx on activities (tenant_id, assigned_to);
create index activities_open_idx on activities (tenant_id, due_at) where done_at is null;

create view contact_facts with (security_invoker = true) as
select contact.tenant_id, contact.id, contact.kind, contact.first_name, contact.last_name, contact.company,
       coalesce(nullif(concat_ws(' ', contact.first_name, contact.last_name), ''), contact.company) as name,
       phone.phone, phone.line_type, email.email, contact.address, contact.address_unit, contact.city, contact.state, contact.zip,
       contact.language, contact.timezone, contact.do_not_contact, contact.created_at, contact.last_contacted_at
from contacts contact
left join lateral (
  select contact_phones.phone, contact_phones.line_type from contact_phones
  where contact_phones.tenant_id = contact.tenant_id and contact_phones.contact_id = contact.id
  order by contact_phones.is_primary desc, contact_phones.id limit 1
) phone on true
left join lateral (
  select contact_emails.email from contact_emails
  where contact_emails.tenant_id = contact.tenant_id and contact_emails.contact_id = contact.id
  order by contact_emails.is_primary desc, contact_emails.id limit 1
) email on true
where contact.merged_into is null;
grant select on contact_facts to nmc_app;
