alter table calls add constraint calls_call_sid_key unique (call_sid);
alter table calls drop constraint calls_one_a_sid;
