drop view number_facts;
drop table messaging_services;
drop table phone_numbers;
drop table telephony_accounts;
