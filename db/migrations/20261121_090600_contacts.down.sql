drop view contact_facts;
drop table activities;
drop table contact_emails;
drop table contact_phones;
drop table contacts;
