-- Not breaking.

-- An unlogged table is empty after each crash of the database: while it was killed again and again, nobody was ever silent
-- for long, and jobs of dead processes lay for a minute.
alter table silent_workers set logged;
