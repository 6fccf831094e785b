import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { z } from "zod";
import { type Variables, variables } from "./variables.ts";

/** The server's settings, validated once at the start and passed on; nothing else reads the environment. */
export type Configuration = {
  production: boolean;
  demo: boolean;
  port: number | null;
  host: string;
  /** Without a trailing slash. Null until the server knows its port. */
  publicUrl: string | null;
  database: { ownerUrl: string | null; appUrl: string | null; platformUrl: string | null };
  dataDirectory: string;
  secret: string | null;
  roles: readonly ("web" | "worker")[];
  carrier: { kind: "simulator" | "twilio"; url: string | null; simulatorPort: number | null };
  /** Between two comparisons with the carrier's lists; 0 for none. */
  reconcileMinutes: number;
  logLevel: Variables["LOG_LEVEL"];
};

/** What is wrong with the environment: every bad variable at once, one line each. */
export class ConfigurationError extends Error {}

/**
 * Reads the configuration from environment variables. `NAME_FILE` stands for a file that holds NAME's value.
 * @throws ConfigurationError naming all bad variables, or the carrier that production needs to be told.
 */
export function readConfiguration(environment: NodeJS.ProcessEnv, root: string): Configuration {
  const given = withFiles(environment);
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw new ConfigurationError(sentences(parsed.error));
  const read = parsed.data;
  const production = read.NODE_ENV === "production";
  if (production) refuseUnnamedSimulator(given);
  return {
    production,
    demo: read.NMC_DEMO ?? (read.NMC_CARRIER === "simulator" && !production),
    port: read.PORT ?? null,
    host: read.HOST,
    publicUrl: read.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    database: {
      ownerUrl: read.DATABASE_URL ?? null,
      appUrl: read.DATABASE_APP_URL ?? null,
      platformUrl: read.DATABASE_PLATFORM_URL ?? null,
    },
    dataDirectory: isAbsolute(read.NMC_DATA_DIR) ? read.NMC_DATA_DIR : join(root, read.NMC_DATA_DIR),
    secret: read.NMC_SECRET ?? null,
    roles: read.NMC_ROLES,
    carrier: {
      kind: read.NMC_CARRIER,
      url: read.NMC_TELEPHONY_URL?.replace(/\/+$/, "") ?? null,
      simulatorPort: read.NMC_SIMULATOR_PORT ?? null,
    },
    reconcileMinutes: read.NMC_RECONCILE_MINUTES,
    logLevel: read.LOG_LEVEL,
  };
}

/** Whoever reaches the built-in simulator plays any caller. Nobody gets that in production by having said nothing. */
function refuseUnnamedSimulator(given: Partial<Record<keyof Variables, string>>): void {
  if (given.NMC_CARRIER !== undefined || given.NMC_TELEPHONY_URL !== undefined) return;
  throw new ConfigurationError(
    "NMC_CARRIER: is needed in production. Set it to twilio, or to simulator for an installation in which everybody may play the callers.",
  );
}

function withFiles(environment: NodeJS.ProcessEnv): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of Object.keys(variables.shape)) {
    const file = environment[`${name}_FILE`];
    const value = environment[name] ?? (file === undefined ? undefined : contents(name, file));
    // An empty variable counts as unset, as shells and compose files leave them behind.
    if (value !== undefined && value !== "") values[name] = value;
  }
  return values;
}

function contents(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new ConfigurationError(`${name}_FILE names ${file}, which cannot be read.`);
  }
}

function sentences(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join(".")}: ${issue.message}. ${describe(String(issue.path[0]))}`)
    .join("\n");
}

function describe(name: string): string {
  const shape: Record<string, z.ZodType> = variables.shape;
  return shape[name]?.description ?? "";
}
