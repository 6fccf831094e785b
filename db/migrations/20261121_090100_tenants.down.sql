drop view tenant_facts;
drop table business_settings;
drop table tenants;
