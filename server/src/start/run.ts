import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError, readConfiguration } from "../platform/config/configuration.ts";
import { isRefusal, onStopRequest } from "../platform/instance/index.ts";
import { startServer } from "./start.ts";
import { welcome } from "./welcome.ts";

export const ROOT = join(import.meta.dirname, "../../..");
const EXIT_CONFIGURATION = 2;
const EXIT_FAILURE = 1;

/** Runs the server until it is asked to stop. Whatever prevents the start is said in one sentence, with its own exit code. */
export async function runServer(): Promise<void> {
  try {
    loadEnvironmentFile();
    const config = readConfiguration(process.env, ROOT);
    const starting = startServer(config, say);
    onStopRequest(() => void starting.then((server) => server.stop()).finally(() => process.exit()));
    const server = await starting;
    say(welcome(server.url, config));
  } catch (error) {
    process.exitCode = exitCode(error);
    say(error instanceof Error ? error.message : String(error));
  }
}

/** The environment wins over the file. */
export function loadEnvironmentFile(): void {
  const file = join(ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

function exitCode(error: unknown): number {
  if (isRefusal(error)) return error.exitCode;
  return error instanceof ConfigurationError ? EXIT_CONFIGURATION : EXIT_FAILURE;
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
