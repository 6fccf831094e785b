-- Not breaking: an index.

-- One business's receipts of the last days, which the doctor compares with the inbox again and again.
create index webhook_receipts_recent_idx on webhook_receipts (tenant_id, received_at);
