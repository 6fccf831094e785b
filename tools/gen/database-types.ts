import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../check/source-files.ts";

/** PostgreSQL's types as the driver reads them (platform/database/value-types.ts). */
const TYPES = {
  timestamptz: "Temporal.Instant",
  int8: "number",
  tsvector: "string",
  jsonb: "ColumnType<unknown, string, string>",
  email_address: "string",
  phone_e164: "string",
  currency_code: "string",
  iana_timezone: "string",
};

/** The types of every table and view of a migrated database. */
export function databaseTypes(url: string): string {
  const folder = mkdtempSync(join(tmpdir(), "nmc-types-"));
  const file = join(folder, "types.ts");
  try {
    const options = ["--dialect", "postgres", "--url", url, "--default-schema", "public", "--date-parser", "string"];
    const selection = ["--include-pattern", "public.*", "--exclude-pattern", "*schema_*"];
    execFileSync(
      process.execPath,
      [join(ROOT, "node_modules/kysely-codegen/dist/cli/bin.js"), ...options, ...selection, "--type-mapping", JSON.stringify(TYPES), "--out-file", file],
      { stdio: "pipe", cwd: ROOT },
    );
    return readFileSync(file, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
