alter table activities drop column cause;
