import type { Import } from "./imports.ts";

/** The web application's walls: what each part may import, its own files aside. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  api: [],
  ui: [],
  records: ["ui", "api"],
  shell: ["ui", "api", "records"],
  scenes: ["ui", "api", "records", "shell"],
};

/** A sentence when an import of the web application goes through one of its walls. */
export function webBreach({ from, target }: Import): string | null {
  if (target === null) return null;
  if (!target.startsWith("web/")) return "the web application reaches the rest through its HTTP interface only.";
  const [here, there] = [partOf(from), partOf(target)];
  if (here === null || there === null) return null;
  const allowed = MAY_IMPORT[here];
  if (allowed === undefined) return `nobody has said what ${here}/ may import: say it in web-walls.ts.`;
  if (here !== there) return allowed.includes(there) ? null : `${here}/ knows nothing of ${there}/.`;
  return sceneOf(from) === sceneOf(target) ? null : "a scene knows no other scene.";
}

const partOf = (path: string) => /^web\/src\/([\w-]+)\//.exec(path)?.[1] ?? null;
const sceneOf = (path: string) => /^web\/src\/scenes\/([\w-]+)/.exec(path)?.[1] ?? null;
