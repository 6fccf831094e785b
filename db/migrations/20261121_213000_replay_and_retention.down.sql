drop function drop_inbox_partition(text);
drop function inbox_partitions_before(timestamptz);
drop function make_partitions_ahead(text, timestamptz);
drop function partitioned_tables();

drop view send_facts;
create view send_facts with (security_invoker = true) as
select outbound.tenant_id, outbound.id, outbound.decision_id, outbound.cause, outbound.class, outbound.recipient, outbound.call_id,
       outbound.conversation_id, outbound.body, outbound.state, outbound.state_reason, outbound.status, outbound.error_code, outbound.message_sid,
       outbound.segments, outbound.price, outbound.price_unit, outbound.attempts, outbound.created_at, outbound.sending_at,
       outbound.accepted_at, outbound.sent_at, outbound.delivered_at, outbound.is_final
from outbound_messages outbound;
grant select on send_facts to nmc_app;

drop view call_facts;
create view call_facts with (security_invoker = true) as
select tenant_id, id, call_sid, direction, customer_phone, called_phone, contact_id, conversation_id, phone_number_id, status,
       answered, missed, missed_reason, missed_at, started_at, answered_at, ended_at, duration_seconds, is_final
from calls;
grant select on call_facts to nmc_app;

drop view webhook_facts;
create view webhook_facts with (security_invoker = true) as
select tenant_id, id, provider, topic, subject, body, received_at, processed_at, status, attempts, last_error from webhook_inbox;
grant select on webhook_facts to nmc_app;
