drop view call_event_facts;
drop view call_facts;
alter table activities drop constraint activities_call_fk;
drop index activities_call_idx;
drop table call_metadata;
drop table call_participants;
drop table call_events;
drop table calls;
