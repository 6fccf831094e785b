import { Command } from "commander";
import { type Story, storyOf } from "../modules/operations/index.ts";
import { Refused } from "../platform/http/problem.ts";
import type { Ports } from "../platform/ports.ts";
import { SYSTEM } from "../platform/scope.ts";
import { withHouse } from "./with-house.ts";

export const storyCommand = new Command("story")
  .description("everything that one call brought about, on one line of time")
  .argument("<call>", "the call's id or the carrier's SID (CA…)")
  .option("--json", "the whole story as one JSON object, raw data included")
  .action((call: string, options: { json?: boolean }) =>
    withHouse(async (house) => {
      const story = await findStory(house.ports, call);
      process.stdout.write(options.json === true ? `${JSON.stringify(story)}\n` : toldInLines(story));
    }),
  );

/** The caller does not know whose call it is: every business is asked. */
async function findStory(ports: Ports, call: string): Promise<Story> {
  const tenants = await ports.database.platform.selectFrom("tenants").select("id").execute();
  for (const tenant of tenants) {
    try {
      return await ports.scope(tenant.id, SYSTEM, (scope) => storyOf(scope, call, true));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  throw new Error("There is no such call. Give its id or the carrier's call SID.");
}

function toldInLines({ call, entries }: Story): string {
  const head = `Call ${call.call_sid} from ${call.customer_phone ?? "a withheld number"}, ${call.started_at.toString()}: ${call.status}${call.missed === true ? `, missed (${call.missed_reason ?? "no reason"})` : ""}`;
  const lines = entries.map(
    (entry) => `  ${seconds(entry.since_start_ms)}  ${entry.kind.padEnd(11)} ${entry.title}: ${entry.sentence}`,
  );
  return `${[head, ...lines].join("\n")}\n`;
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(3).padStart(10)} s`;
