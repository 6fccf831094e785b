import { TABLES, TENANT_TABLES } from "./catalogue.ts";
import * as exceptions from "./exceptions.ts";

/** A rule of the schema: its query names what breaks it. `except` are the named deviations with their reasons. */
export type SchemaRule = { rule: string; breaches: string; except?: Readonly<Record<string, string>> };

/** The columns of a key in its order. */
const columns = (table: string, numbers: string) =>
  `(select array_agg(a.attname::text order by n.place) from unnest(${numbers}) with ordinality n(attnum, place)
    join pg_attribute a on a.attrelid = ${table} and a.attnum = n.attnum)`;

/** Tables with their partitions. */
const WITH_PARTITIONS = `
  select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not like 'schema\\_%'`;

const COLUMNS = `
  select t.oid, t.name || '.' || a.attname as name, a.attname, format_type(a.atttypid, null) as type, a.attnum
  from (${TABLES}) t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped`;

const BOUND_TO_TENANT = "(tenant_id = ( SELECT current_tenant_id() AS current_tenant_id))";

const isolation: SchemaRule[] = [
  {
    rule: "every table carries a tenant",
    breaches: `select name from (${TABLES} except ${TENANT_TABLES}) t`,
    except: exceptions.TABLES_WITHOUT_TENANT,
  },
  {
    rule: "row-level security is enabled on every table and every partition",
    breaches: `select name from (${WITH_PARTITIONS}) t where not relrowsecurity`,
  },
  {
    rule: "row-level security is forced on the owner too",
    breaches: `select name from (${WITH_PARTITIONS}) t where not relforcerowsecurity`,
    except: exceptions.NOT_FORCED,
  },
  {
    rule: "what the application may reach of a tenant-owned table has a policy",
    breaches: `
      select name from (${TENANT_TABLES}) t where has_table_privilege('nmc_app', t.oid, 'select, insert, update, delete')
        and not exists (select from pg_policies p where p.tablename = t.name and p.roles @> '{nmc_app}')`,
  },
  {
    rule: "every policy of the application on a tenant-owned table binds it to the transaction's tenant",
    breaches: `
      select p.tablename || '.' || p.policyname as name from pg_policies p join (${TENANT_TABLES}) t on t.name = p.tablename
      where p.roles && '{nmc_app,public}' and (p.qual is distinct from '${BOUND_TO_TENANT}' or p.with_check is distinct from p.qual)`,
  },
  {
    rule: "partitions are reached through their table only",
    breaches: `
      select c.relname as name from pg_class c cross join aclexplode(c.relacl) r
      where c.relispartition and c.relkind in ('r', 'p') and r.grantee <> c.relowner`,
  },
  {
    rule: "nobody but the server's roles has rights on a table",
    breaches: `
      select distinct t.name from (${TABLES}) t join pg_class c on c.oid = t.oid cross join aclexplode(c.relacl) r
      where r.grantee not in (c.relowner, 'nmc_app'::regrole, 'nmc_platform'::regrole)`,
  },
  {
    rule: "a view shows what its reader may see, not what its owner may",
    breaches: `
      select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'v'
        and not coalesce(reloptions @> '{security_invoker=true}', false)
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  },
  {
    rule: "a function with its owner's rights has a fixed search path and is not for everybody",
    breaches: `
      select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
        and (p.proacl is null or exists (select from aclexplode(p.proacl) r where r.grantee = 0)
             or not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%'))`,
  },
];

const keys: SchemaRule[] = [
  {
    rule: "every table has a primary key",
    breaches: `select name from (${TABLES}) t where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,
  },
  {
    rule: "every unique key of a tenant-owned table begins with its tenant",
    breaches: `
      select i.indexrelid::regclass::text as name from pg_index i join (${TENANT_TABLES}) t on t.oid = i.indrelid
      where i.indisunique and (${columns("i.indrelid", "i.indkey::int2[]")})[1] is distinct from 'tenant_id'`,
    except: exceptions.UNIQUE_ACROSS_TENANTS,
  },
  {
    rule: "what must not overlap begins with the tenant",
    breaches: `
      select k.conname as name from pg_constraint k join (${TENANT_TABLES}) t on t.oid = k.conrelid
      where k.contype = 'x' and (${columns("k.conrelid", "k.conkey")})[1] is distinct from 'tenant_id'`,
  },
  {
    rule: "every foreign key of a tenant-owned table carries the tenant on both ends",
    breaches: `
      select k.conname as name from pg_constraint k join (${TENANT_TABLES}) t on t.oid = k.conrelid
      where k.contype = 'f' and k.conparentid = 0
        and not ((${columns("k.conrelid", "k.conkey")})[1] = 'tenant_id'
                 and (${columns("k.confrelid", "k.confkey")})[1] = case when k.confrelid = 'tenants'::regclass then 'id' else 'tenant_id' end)`,
    except: exceptions.FOREIGN_KEYS_TO_PEOPLE,
  },
  {
    rule: "every tenant-owned table leads to its tenant",
    breaches: `
      with recursive anchored as (
        select 'tenants'::regclass::oid as oid
        union select k.conrelid from pg_constraint k join anchored on anchored.oid = k.confrelid
        where k.contype = 'f' and (${columns("k.conrelid", "k.conkey")})[1] = 'tenant_id')
      select name from (${TENANT_TABLES}) t where t.oid not in (select oid from anchored)`,
  },
  {
    rule: "every foreign key is indexed",
    breaches: `
      select k.conname as name from pg_constraint k join (${TABLES}) t on t.oid = k.conrelid
      where k.contype = 'f' and k.conparentid = 0 and not exists (
        select from pg_index i where i.indrelid = k.conrelid and i.indisvalid and i.indpred is null
          and (i.indkey::int2[])[0:array_length(k.conkey, 1) - 1] @> k.conkey)`,
  },
  {
    rule: "no two indexes of a table are the same",
    breaches: `
      select j.indexrelid::regclass::text as name from pg_index i join pg_index j
        on i.indrelid = j.indrelid and i.indexrelid < j.indexrelid and i.indkey::text = j.indkey::text
        and pg_get_expr(i.indpred, i.indrelid) is not distinct from pg_get_expr(j.indpred, j.indrelid)
        and pg_get_expr(i.indexprs, i.indrelid) is not distinct from pg_get_expr(j.indexprs, j.indrelid)
        and i.indclass::text = j.indclass::text and i.indoption::text = j.indoption::text
      join (${TABLES}) t on t.oid = i.indrelid`,
  },
];

const types: SchemaRule[] = [
  {
    rule: "every moment carries its zone",
    breaches: `select name from (${COLUMNS}) c where type in ('timestamp without time zone', 'time with time zone')`,
  },
  {
    rule: "what is called _at or _time is a moment",
    breaches: `select name from (${COLUMNS}) c where attname ~ '(_at|_time)$' and type not like 'timestamp%'`,
  },
  {
    rule: "money and shares are exact; only places on earth are floating",
    breaches: `select name from (${COLUMNS}) c where type in ('real', 'double precision') and attname !~ '(latitude|longitude)$'`,
  },
  {
    rule: "phones, e-mails, currencies and zones have their own types",
    breaches: `
      select name from (${COLUMNS}) c where type = 'text'
        and (attname ~ '(^|_)(email|timezone|currency)$' or attname in ('phone', 'customer_phone', 'business_phone', 'recipient'))`,
  },
  {
    rule: "closed sets of values are texts with a check, not types of their own",
    breaches: `select typname as name from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace`,
  },
  {
    rule: "every updated_at follows each change",
    breaches: `
      select t.name from (${TABLES}) t
      where exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'updated_at' and not a.attisdropped)
        and not exists (select from pg_trigger g where g.tgrelid = t.oid and g.tgfoid = 'set_updated_at'::regproc and g.tgenabled = 'O'
                        and pg_get_triggerdef(g.oid) like '% BEFORE UPDATE ON % FOR EACH ROW EXECUTE FUNCTION set_updated_at()')`,
  },
  {
    rule: "defaults take the application's clock, so that simulated time reaches them",
    breaches: `
      select c.name from (${COLUMNS}) c join pg_attrdef d on d.adrelid = c.oid and d.adnum = c.attnum
      where pg_get_expr(d.adbin, d.adrelid) ~* '\\m(now\\(|current_timestamp|clock_timestamp|gen_random_uuid|uuidv7)'`,
  },
];

export const SCHEMA_RULES: readonly SchemaRule[] = [...isolation, ...keys, ...types];
