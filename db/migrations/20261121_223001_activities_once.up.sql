-- Not breaking: a column that may be null, and a key on it.

-- What an activity comes of, where that may be told again: of one cause there is one activity.
alter table activities add column cause text;
create unique index activities_one_a_cause on activities (tenant_id, cause);
