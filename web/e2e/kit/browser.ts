import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium as playwright } from "playwright-core";

const CACHE = join(import.meta.dirname, "../../../.cache/chromium");

/**
 * A real browser out of the npm registry; CHROMIUM_PATH names another one. Only `--no-sandbox` is passed: the package's
 * own arguments would switch off what a page relies on.
 */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? (await unpacked()),
    args: ["--no-sandbox"],
    headless: true,
  });
}

async function unpacked(): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const { TMPDIR } = process.env;
  // The package unpacks into the temporary directory, and brings its own libraries only where it believes to be on Lambda.
  process.env["TMPDIR"] = CACHE;
  process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs22.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  const path = await chromium.executablePath();
  if (TMPDIR === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = TMPDIR;
  return path;
}
