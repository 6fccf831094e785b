import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      link: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

describe.each(["../../package-lock.json", "../../runtime/package-lock.json"])("%s", (file) => {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")));

  /** The folders in which Node.js looks for what a package depends on. */
  function* ancestors(path: string): Generator<string> {
    for (let folder = path; folder !== "."; folder = posix.dirname(folder)) yield folder;
    yield ".";
  }

  it("knows the compiled parts for every platform, without which npm ci refuses to work", () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !ancestors(path).some((folder) => posix.join(folder, "node_modules", name) in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it("leaves it to npm's settings from where packages come", () => {
    const fixed = Object.entries(packages).filter(([, { resolved, link }]) => resolved !== undefined && !link);
    expect(fixed.map(([path]) => path)).toEqual([]);
  });
});
