-- Not breaking, though it takes the ledger of delivery states for itself as long as it writes. What tells two reports about
-- a text apart is the same in the inbox and in the ledger: an end with another error code is another report.
alter table message_events no force row level security;
alter table message_events disable trigger append_only;
update message_events set event_key =
  case source when 'webhook' then message_sid else source end || ':' || status || ':' || coalesce(error_code::text, '');
alter table message_events enable trigger append_only;
alter table message_events force row level security;
