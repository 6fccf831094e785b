import { z } from "zod";

const flag = z.enum(["true", "false", "1", "0"]).transform((word) => word === "true" || word === "1");
const port = z.coerce.number().int().min(1).max(65535);

/** Every environment variable that the server reads. `.env.example` and the documentation are generated from this list. */
export const variables = z.object({
  NODE_ENV: z
    .enum(["development", "production", "test"])
    .default("development")
    .describe("production refuses generated secrets, demo people and a simulator that was not asked for."),
  PORT: port
    .optional()
    .describe("Port of the web page and the API. Unset: the first free one from 3000. Set and taken: the start fails."),
  HOST: z.string().default("127.0.0.1").describe("Address to listen on; 0.0.0.0 to be reached from other machines."),
  PUBLIC_URL: z
    .url()
    .optional()
    .describe(
      "The address under which carriers and people reach this server; webhook signatures are checked against it.",
    ),
  DATABASE_URL: z
    .string()
    .startsWith("postgres")
    .optional()
    .describe(
      "A PostgreSQL 15 to 18 database of your own, as its owner. Unset: an embedded PostgreSQL 18 in NMC_DATA_DIR.",
    ),
  DATABASE_APP_URL: z
    .string()
    .startsWith("postgres")
    .optional()
    .describe("The same database as the role nmc_app, when the owner of DATABASE_URL may not create roles."),
  DATABASE_PLATFORM_URL: z
    .string()
    .startsWith("postgres")
    .optional()
    .describe("The same database as the role nmc_platform, likewise."),
  NMC_DATA_DIR: z
    .string()
    .default("data")
    .describe("Where the embedded database, the generated secret and uploads are kept."),
  NMC_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe("The installation's master secret, at least 32 characters. Unset: one is generated into NMC_DATA_DIR."),
  NMC_ROLES: z
    .string()
    .default("web,worker")
    .transform((list) => list.split(",").map((role) => role.trim()))
    .pipe(z.array(z.enum(["web", "worker"])))
    .describe("What this process does: web (pages, API, webhooks, realtime), worker (jobs, timers, draining)."),
  NMC_DEMO: flag
    .optional()
    .describe(
      "Demo people and the living business. Unset: on while the carrier is the simulator and NODE_ENV is not production.",
    ),
  NMC_CARRIER: z
    .enum(["simulator", "twilio"])
    .default("simulator")
    .describe(
      "Who carries calls and texts: the built-in simulator, which is open to everybody, or Twilio. Production needs it said.",
    ),
  NMC_TELEPHONY_URL: z
    .url()
    .optional()
    .describe("Base address of a carrier that speaks Twilio's API, such as a simulator in a process of its own."),
  NMC_SIMULATOR_PORT: port.optional().describe("Port of the built-in carrier. Unset: any free one."),
  NMC_RECONCILE_MINUTES: z.coerce
    .number()
    .int()
    .min(0)
    .max(60)
    .default(4)
    .describe(
      "How often the carrier's lists are compared with ours, so that lost webhooks are found; with 4, what was lost is found within five minutes. 0 switches it off.",
    ),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("How much is logged."),
});

export type Variables = z.infer<typeof variables>;
