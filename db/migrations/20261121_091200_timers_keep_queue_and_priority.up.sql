-- Not breaking: a timer's job keeps its queue and its priority; timers that are waiting have neither.
alter table timers add column queue_name text;
alter table timers add column priority integer not null default 0;
