import type { PoolConfig } from "pg";
import { askOnce } from "../../rig/src/ask-once.ts";
import { describeMachine } from "../../rig/src/machine.ts";

/** Where and when something was measured, as the last paragraph of its section. */
export async function describeCircumstances(postgres: PoolConfig, name: string, rounds: number): Promise<string> {
  const version = await askOnce<{ server_version: string }>(postgres, "show server_version");
  return [
    `Measured ${describeMachine()}, PostgreSQL ${version?.server_version ?? "unknown"}`,
    `medians of ${rounds} rounds (lowest to highest): \`npm run bench -- ${name} --rounds=${rounds}\`.`,
  ].join("; ");
}
