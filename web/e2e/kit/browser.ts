import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium as playwright } from "playwright-core";

const CACHE = join(import.meta.dirname, "../../../.cache/chromium");

/**
 * A real browser out of the npm registry; CHROMIUM_PATH names another one. Only `--no-sandbox` is passed: the package's
 * own arguments would switch off what a page relies on.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? (await unpacked());
  return playwright.launch({ executablePath, args: ["--no-sandbox"], headless: true });
}

async function unpacked(): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const { TMPDIR } = process.env;
  // The package unpacks into the temporary directory, and brings its own libraries only where it believes to be on Lambda.
  process.env["TMPDIR"] = CACHE;
  process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs22.x";
  process.env["FONTCONFIG_PATH"] = fontSettings();
  const { default: chromium } = await import("@sparticuz/chromium");
  const path = await chromium.executablePath();
  if (TMPDIR === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = TMPDIR;
  return path;
}

/** The package's own font settings look in /tmp/fonts only; a browser without any font ends at the first word. */
function fontSettings(): string {
  const folder = join(CACHE, "font-settings");
  mkdirSync(folder, { recursive: true });
  const directories = [join(CACHE, "fonts"), "/usr/share/fonts"].map((path) => `<dir>${path}</dir>`).join("");
  writeFileSync(
    join(folder, "fonts.conf"),
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${directories}<cachedir>${join(folder, "cache")}</cachedir></fontconfig>\n`,
  );
  return folder;
}
