drop function enqueue_job(text, jsonb, text, text, int);
drop table audit_logs;
drop table timers;
drop table event_deliveries;
drop table events;
