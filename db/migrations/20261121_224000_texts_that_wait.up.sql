-- Not breaking: an index.

-- A person's texts that were stored and not yet read: nothing leaves for that person meanwhile, as one of them may say STOP.
create index webhook_inbox_texts_idx on webhook_inbox (tenant_id, (body ->> 'From'))
  where status in ('pending', 'failed') and topic in ('sms', 'sms-fallback', 'sms-listed');
