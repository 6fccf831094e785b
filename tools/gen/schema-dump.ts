import type { Client } from "pg";

/** Each part of the schema as SQL that a person can read; one query a part, each row one statement. */
const PARTS: readonly { title: string; query: string }[] = [
  {
    title: "Extensions",
    query: `select format('create extension %s;', extname) from pg_extension where extname <> 'plpgsql' order by extname`,
  },
  {
    title: "Domains",
    query: `
      select format('create domain %s as %s%s;', t.typname, format_type(t.typbasetype, t.typtypmod),
                    coalesce(' ' || (select string_agg(pg_get_constraintdef(c.oid), ' ' order by c.conname) from pg_constraint c where c.contypid = t.oid), ''))
      from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype = 'd' and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
      order by t.typname`,
  },
  {
    title: "Functions and procedures",
    query: `
      select trim(trailing e'\\n' from pg_get_functiondef(p.oid)) || ';' from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      order by p.proname, pg_get_function_identity_arguments(p.oid)`,
  },
  {
    title: "Sequences",
    query: `
      select format('create sequence %s as %s;', c.relname, format_type(s.seqtypid, null)) from pg_class c join pg_sequence s on s.seqrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('i', 'a'))
      order by c.relname`,
  },
  {
    title: "Tables",
    query: `
      select format(e'create table %s (\\n%s\\n)%s;%s', c.relname,
        (select string_agg('  ' || line, e',\\n' order by part, place, line) from (
           select 1 as part, a.attnum::int as place, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
             || case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(def.adbin, def.adrelid) || ') stored'
                     when a.attidentity <> '' then ' generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity'
                     when def.adbin is not null then ' default ' || pg_get_expr(def.adbin, def.adrelid) else '' end
             || case when a.attnotnull then ' not null' else '' end as line
           from pg_attribute a left join pg_attrdef def on def.adrelid = a.attrelid and def.adnum = a.attnum
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           union all
           select 2, 0, 'constraint ' || con.conname || ' ' || pg_get_constraintdef(con.oid)
           from pg_constraint con where con.conrelid = c.oid and con.contype in ('p', 'u', 'c', 'f', 'x') and con.conparentid = 0
         ) lines),
        case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end,
        case when c.relrowsecurity then format(e'\\nalter table %s enable row level security%s;', c.relname,
          case when c.relforcerowsecurity then ', force row level security' else '' end) else '' end)
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname not like 'schema\\_%' order by c.relname`,
  },
  {
    title: "Indexes",
    query: `
      select pg_get_indexdef(i.indexrelid) || ';' from pg_index i join pg_class c on c.oid = i.indrelid join pg_class ic on ic.oid = i.indexrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname not like 'schema\\_%'
        and not exists (select from pg_constraint con where con.conindid = i.indexrelid and con.contype in ('p', 'u', 'x'))
      order by c.relname, ic.relname`,
  },
  {
    title: "Views",
    query: `
      select format(e'create view %s%s as\\n%s', c.relname, coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', ''), pg_get_viewdef(c.oid, true))
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by c.relname`,
  },
  {
    title: "Triggers",
    query: `
      select pg_get_triggerdef(t.oid) || ';' from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and c.relnamespace = 'public'::regnamespace and not c.relispartition order by c.relname, t.tgname`,
  },
  {
    title: "Policies",
    query: `
      select format('create policy %s on %s for %s to %s%s%s;', p.policyname, p.tablename, lower(p.cmd), array_to_string(p.roles, ', '),
                    coalesce(' using (' || p.qual || ')', ''), coalesce(' with check (' || p.with_check || ')', ''))
      from pg_policies p where p.schemaname = 'public' order by p.tablename, p.policyname`,
  },
  {
    title: "Rights on tables, views and sequences",
    query: `
      select format('grant %s on %s to %s;', string_agg(lower(r.privilege_type), ', ' order by r.privilege_type), c.relname, g.rolname)
      from pg_class c cross join aclexplode(c.relacl) r join pg_roles g on g.oid = r.grantee
      where c.relnamespace = 'public'::regnamespace and g.rolname like 'nmc\\_%' and not c.relispartition
      group by c.relname, g.rolname order by c.relname, g.rolname`,
  },
  {
    title: "Rights on columns",
    query: `
      select format('grant %s (%s) on %s to %s;', lower(r.privilege_type), string_agg(a.attname, ', ' order by a.attnum), c.relname, g.rolname)
      from pg_attribute a join pg_class c on c.oid = a.attrelid cross join aclexplode(a.attacl) r join pg_roles g on g.oid = r.grantee
      where c.relnamespace = 'public'::regnamespace and g.rolname like 'nmc\\_%'
      group by c.relname, g.rolname, r.privilege_type order by c.relname, g.rolname, r.privilege_type`,
  },
  {
    title: "Rights on functions that not everybody may call",
    query: `
      select format('revoke execute on function %s from public;%s', p.oid::regprocedure,
        (select string_agg(format(e'\\ngrant execute on function %s to %s;', p.oid::regprocedure, g.rolname), '' order by g.rolname)
         from aclexplode(p.proacl) r join pg_roles g on g.oid = r.grantee where g.rolname like 'nmc\\_%'))
      from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proacl is not null
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        and not exists (select from aclexplode(p.proacl) r where r.grantee = 0)
      order by p.oid::regprocedure::text`,
  },
];

/** The live schema as SQL: the same whatever the order in which it came to be; monthly partitions are left out. */
export async function dumpSchema(client: Client): Promise<string> {
  const parts: string[] = ["-- The live schema, written out by `npm run gen`. Change it by a migration, never here."];
  for (const { title, query } of PARTS) {
    const { rows } = await client.query<string[]>({ text: query, rowMode: "array" });
    parts.push(`-- ${title}`, ...rows.map(([statement]) => statement ?? ""));
  }
  return `${parts.join("\n\n")}\n`;
}
