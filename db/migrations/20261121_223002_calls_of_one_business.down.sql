create unique index calls_call_sid_key on calls (call_sid);
alter table calls add constraint calls_call_sid_key unique using index calls_call_sid_key;
alter table calls drop constraint calls_one_a_sid;
