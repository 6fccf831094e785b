drop view lead_facts;
drop view appointment_facts;
alter table conversations drop constraint conversations_lead_fk;
alter table calls drop constraint calls_lead_fk;
alter table leads drop constraint leads_appointment_fk;
drop table appointments;
drop table leads;
drop table resources;
