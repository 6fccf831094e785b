-- Not breaking: a view. What the front door believes of a number, it believes of one state of its row and its account's.
create view number_route_facts with (security_invoker = true) as
select number.tenant_id, number.id, number.xmin::text || ' ' || account.xmin::text as version
from phone_numbers number
join telephony_accounts account on account.tenant_id = number.tenant_id and account.id = number.account_id
where number.status <> 'released';
grant select on number_route_facts to nmc_platform;
