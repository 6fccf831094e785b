drop view message_facts;
create view message_facts with (security_invoker = true) as
select tenant_id, id, conversation_id, message_sid, outbound_message_id, decision_id, direction, sender, body, status, error_code, created_at, sent_at, delivered_at
from messages;
grant select on message_facts to nmc_app;

drop view call_leg_facts;
alter table messages drop column price_unit;
alter table call_participants drop column price_unit;
alter table call_participants drop column price;
