import { Client } from "pg";
import { compose } from "../../server/src/compose.ts";
import { allModules } from "../../server/src/modules/all-modules.ts";
import { systemClock } from "../../server/src/platform/clock.ts";
import { readConfiguration } from "../../server/src/platform/config/configuration.ts";
import type { DatabaseAddress } from "../../server/src/platform/database/database.ts";
import { migrateUp } from "../../server/src/platform/database/migrate.ts";
import { addressOf } from "../../server/src/platform/database/roles.ts";
import { startThrowawayPostgres } from "../../server/src/platform/embedded-postgres/index.ts";
import { createLog } from "../../server/src/platform/telemetry/log.ts";
import { createTwilioTelephony } from "../../server/src/providers/telephony/twilio.ts";
import { type Relation, readCatalogue } from "./catalogue.ts";
import { configurationFiles } from "./configuration.ts";
import { databaseTypes } from "./database-types.ts";
import { type GeneratedFile, isFresh, write } from "./generated-file.ts";
import { maps } from "./maps.ts";
import { refusalsMap } from "./refusals.ts";
import { dumpSchema } from "./schema-dump.ts";
import { sourcesMap } from "./sources.ts";
import { tablesMap } from "./tables.ts";
import { webTypes } from "./web-types.ts";

const SECRET = Buffer.alloc(32, "generating");

/** Writes every generated file that is not fresh; with `--verify` writes nothing and fails when there is one. */
async function main(): Promise<void> {
  const stale = (await generate()).filter((file) => !isFresh(file));
  const paths = stale.map((file) => file.path).join(", ");
  if (stale.length === 0) return;
  if (process.argv.includes("--verify")) throw new Error(`Not fresh: ${paths}. Run: npm run gen`);
  for (const file of stale) write(file);
  process.stdout.write(`Wrote ${paths}.\n`);
}

async function generate(): Promise<GeneratedFile[]> {
  const postgres = await startThrowawayPostgres();
  try {
    const address = addressOf(postgres.connection, SECRET);
    await migrateUp(address);
    const { schema, relations } = await liveSchema(address);
    const openapi = await openApiDocument(address);
    return [
      { path: "db/schema.sql", text: schema },
      { path: "server/src/platform/database/database-types.ts", text: databaseTypes(postgres.url) },
      { path: "docs/openapi.json", text: openapi },
      { path: "web/src/api/schema.generated.ts", text: webTypes(openapi) },
      ...maps(allModules),
      refusalsMap(),
      ...configurationFiles(),
      tablesMap(relations, allModules),
      sourcesMap(relations),
    ];
  } finally {
    await postgres.stop();
  }
}

async function liveSchema(address: DatabaseAddress): Promise<{ schema: string; relations: Relation[] }> {
  const client = new Client(address.owner);
  await client.connect();
  try {
    return { schema: await dumpSchema(client), relations: await readCatalogue(client) };
  } finally {
    await client.end();
  }
}

/** The document that the server itself serves. */
async function openApiDocument(database: DatabaseAddress): Promise<string> {
  const house = await compose({
    config: readConfiguration({ LOG_LEVEL: "silent" }, "/"),
    secret: SECRET,
    database,
    clock: systemClock,
    log: createLog("silent"),
    telephony: createTwilioTelephony({ baseUrl: null }),
    modules: allModules,
    authenticate: async () => null,
  });
  await house.app.ready();
  const document = JSON.stringify(house.app.swagger(), null, 2);
  await house.stop();
  return `${document}\n`;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
