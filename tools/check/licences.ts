import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "./source-files.ts";

/** A package as it is installed; `development` when only the checks and tests need it. */
export type InstalledPackage = { name: string; licence: string | null; development: boolean };

/** Licences that ask for nothing but their own text. */
const PERMISSIVE = new Set(
  "MIT MIT-0 ISC 0BSD BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 CC0-1.0 Unlicense Zlib Python-2.0 PostgreSQL".split(
    " ",
  ),
);

/** What else is fine, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "OFL-1.1": "fonts, delivered unchanged",
  "MPL-2.0 lightningcss": "compiles the style sheets; nothing of it is delivered",
};

/** Packages whose licence does not fit, one sentence each. */
export function unfitLicences(packages: readonly InstalledPackage[]): string[] {
  return packages
    .filter((one) => !fits(one))
    .map(({ name, licence }) => `${name} has the licence ${licence ?? "(none)"}, which is not permissive.`);
}

function fits({ name, licence, development }: InstalledPackage): boolean {
  const accepted = (id: string) =>
    PERMISSIVE.has(id) ||
    id in EXCEPTIONS ||
    `${id} ${name.replace(/^(lightningcss)-.*/, "$1")}` in EXCEPTIONS ||
    (development && id === "MPL-2.0");
  return (licence ?? "")
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((id) => accepted(id.trim())));
}

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ link: z.boolean().optional(), dev: z.boolean().optional(), license: z.string().optional() }),
  ),
});
const manifest = z.object({
  name: z.string(),
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

/** Every package of the lock file that is installed here; those built for other platforms are siblings of one that is. */
export function installedPackages(): InstalledPackage[] {
  const { packages } = lock.parse(JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")));
  return Object.entries(packages).flatMap(([path, { link, dev, license }]) => {
    const file = join(ROOT, path, "package.json");
    if (!path.includes("node_modules/") || link === true || !existsSync(file)) return [];
    const read = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
    const own = typeof read.license === "string" ? read.license : (read.license?.type ?? read.licenses?.[0]?.type);
    return [{ name: read.name, licence: own ?? license ?? null, development: dev === true }];
  });
}
