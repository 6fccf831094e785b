drop view people_facts;
drop table user_sessions;
drop table user_status;
drop table user_preferences;
drop policy own_people on users;
drop table user_profiles;
alter table tenants drop constraint tenants_owner_fk;
drop index tenants_owner_idx;
drop table users;
