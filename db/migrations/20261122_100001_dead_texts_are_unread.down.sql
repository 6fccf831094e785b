drop index webhook_inbox_texts_idx;
create index webhook_inbox_texts_idx on webhook_inbox (tenant_id, (body ->> 'From'))
  where status in ('pending', 'failed') and topic in ('sms', 'sms-fallback', 'sms-listed');
