drop index webhook_inbox_texts_idx;
