import type { Client } from "pg";

/** A table or view of the live schema with its columns in their order. */
export type Relation = { name: string; kind: "table" | "view"; columns: readonly Column[] };
export type Column = { name: string; type: string; nullable: boolean };

/** Every table and view of the product by name; partitions and the migrator's own tables are left out. */
export async function readCatalogue(client: Client): Promise<Relation[]> {
  const { rows } = await client.query<Relation>(`
    select c.relname as name, case c.relkind when 'v' then 'view' else 'table' end as kind,
           json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'nullable', not a.attnotnull)
                    order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relispartition
      and c.relname not like 'schema\\_%' and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.oid, c.relname, c.relkind order by c.relname`);
  return rows;
}
