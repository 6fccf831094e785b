import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogueForThisFile, TENANT_TABLES } from "./catalogue.ts";
import { APPEND_ONLY, RIGHTS_ACROSS_TENANTS } from "./exceptions.ts";
import { SCHEMA_RULES } from "./schema-rules.ts";

const catalogue = catalogueForThisFile();
const spoiled = catalogueForThisFile(readFileSync(join(import.meta.dirname, "spoiled.sql"), "utf8"));

describe.each(SCHEMA_RULES)("$rule", ({ breaches, except = {} }) => {
  it("holds, but for what is named with a reason", async () => {
    expect((await catalogue.names(breaches)).toSorted()).toEqual(Object.keys(except).toSorted());
  });

  it("would be seen broken", async () => {
    expect((await spoiled.names(breaches)).length).toBeGreaterThan(Object.keys(except).length);
  });
});

it("there are tables to look at", async () => {
  expect((await catalogue.names(TENANT_TABLES)).length).toBeGreaterThan(30);
});

it("the role that works across tenants has the named rights and no others", async () => {
  const rights = await catalogue.ask<{ name: string; rights: string }>(`
    select c.relname as name, string_agg(lower(r.privilege_type), ' ' order by r.privilege_type) as rights
    from pg_class c cross join aclexplode(c.relacl) r
    where c.relnamespace = 'public'::regnamespace and r.grantee = 'nmc_platform'::regrole group by 1`);
  expect(Object.fromEntries(rights.map((row) => [row.name, row.rights]))).toEqual(RIGHTS_ACROSS_TENANTS);
});

it("the server's roles own nothing here, bypass nothing and belong to nobody", async () => {
  const roles = await catalogue.ask(`
    select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as powerful,
           (select count(*)::int from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace) as owns,
           (select count(*)::int from pg_auth_members where member = r.oid) as member_of
    from pg_roles r where rolname like 'nmc\\_%' order by rolname`);
  expect(roles).toEqual([
    { rolname: "nmc_app", powerful: false, owns: 0, member_of: 0 },
    { rolname: "nmc_platform", powerful: false, owns: 0, member_of: 0 },
  ]);
});

it("the append-only tables are the named ones", async () => {
  const found = await catalogue.names(`
    select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgname = 'no_truncate' and not c.relispartition order by 1`);
  expect(found).toEqual([...APPEND_ONLY]);
});
