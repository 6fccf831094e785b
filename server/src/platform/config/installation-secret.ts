import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Configuration, ConfigurationError } from "./configuration.ts";

/**
 * The installation's master secret: NMC_SECRET, or one generated once into the data directory.
 * @throws ConfigurationError in production without NMC_SECRET: a secret beside the data it protects protects nothing.
 */
export function installationSecret(config: Pick<Configuration, "secret" | "production" | "dataDirectory">): Buffer {
  if (config.secret !== null) return Buffer.from(config.secret);
  if (config.production)
    throw new ConfigurationError("NMC_SECRET: is needed in production. Set it to at least 32 random characters.");
  const folder = join(config.dataDirectory, "secrets");
  const file = join(folder, "master");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EEXIST") throw error;
  }
  return Buffer.from(readFileSync(file, "utf8").trim());
}
