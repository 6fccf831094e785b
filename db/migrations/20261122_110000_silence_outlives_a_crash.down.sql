alter table silent_workers set unlogged;
