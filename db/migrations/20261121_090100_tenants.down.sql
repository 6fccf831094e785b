drop table business_settings;
drop table tenants;
