alter table message_events no force row level security;
alter table message_events disable trigger append_only;
-- The first report of each state has its old key again; the ledger had no others.
update message_events word set event_key = case source when 'webhook' then '' else source || ':' end || status
where not exists (
  select from message_events earlier
  where earlier.tenant_id = word.tenant_id and earlier.message_sid = word.message_sid and earlier.source = word.source
    and earlier.status = word.status and earlier.id < word.id);
alter table message_events enable trigger append_only;
alter table message_events force row level security;
