alter table opt_outs drop column said_at;
drop table silent_workers;
