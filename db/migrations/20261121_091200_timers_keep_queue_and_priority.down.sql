alter table timers drop column priority;
alter table timers drop column queue_name;
