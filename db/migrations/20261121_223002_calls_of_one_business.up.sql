-- Breaking: the server of the version before asks for the key that goes (`on conflict (call_sid)`), and can add no call. Stop
-- it first.

-- A key begins with the tenant, as every other: what one business is told about says nothing about another's calls.
create unique index calls_one_a_sid on calls (tenant_id, call_sid);
alter table calls add constraint calls_one_a_sid unique using index calls_one_a_sid;
alter table calls drop constraint calls_call_sid_key;
