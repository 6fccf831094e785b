drop view webhook_facts;
drop view twilio_webhook_inbox;
drop table webhook_refusals;
drop table webhook_receipts;
drop table webhook_inbox;
drop sequence webhook_arrivals;
