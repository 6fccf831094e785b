-- Not breaking: columns that may be null, a view, and a view that gains columns at its end.

-- The carrier bills a phone that a call rang as a call of its own; texts that come in have a price, too.
alter table call_participants add column price numeric(10, 4);
alter table call_participants add column price_unit text;
alter table messages add column price_unit text;

create view call_leg_facts with (security_invoker = true) as
select tenant_id, call_id, leg_sid, phone_number, status, answered_by, joined_at, left_at, price, price_unit
from call_participants where participant_type = 'callee';
grant select on call_leg_facts to nmc_app;

create or replace view message_facts with (security_invoker = true) as
select tenant_id, id, conversation_id, message_sid, outbound_message_id, decision_id, direction, sender, body, status, error_code, created_at, sent_at, delivered_at,
       price, price_unit
from messages;
