import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { cLibrary } from "./c-library.mjs";

function allows(list, value) {
  const names = [list ?? []].flat();
  if (names.includes(`!${value}`)) return false;
  return names.length === 0 || names.includes(value) || names.every((name) => name.startsWith("!"));
}

/** Whether npm should have installed this lock file entry here because it is built for this machine. */
function builtForHere(entry) {
  if (!entry.os && !entry.cpu) return false;
  return allows(entry.os, process.platform) && allows(entry.cpu, process.arch) && allows(entry.libc, cLibrary());
}

/** Where Node finds `name` from the package at `path`: in the nearest node_modules on the way up. */
function located(packages, path, name) {
  for (let folder = path; ; folder = posix.dirname(folder)) {
    const candidate = posix.join(folder, "node_modules", name);
    if (packages[candidate]) return candidate;
    if (folder === ".") return undefined;
  }
}

/**
 * npm ignores the failure of an optional dependency without a word, and compiled parts (PostgreSQL, the bundler, the
 * checkers) are optional because each fits one platform. Lists those for this machine that an installed package
 * wants and that are not there.
 */
export function missingPlatformPackages(folder) {
  const locked = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(join(folder, "node_modules", ".package-lock.json"), "utf8")).packages;
  const wanted = new Set();
  for (const [path, entry] of Object.entries(installed)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      const place = located(locked, path, name);
      if (place && builtForHere(locked[place])) wanted.add(place);
    }
  }
  return [...wanted].filter((place) => !existsSync(join(folder, place, "package.json")));
}
