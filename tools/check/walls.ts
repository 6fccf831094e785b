import { allModules } from "../../server/src/modules/all-modules.ts";
import { findCycles } from "./cycles.ts";
import { type Import, importsOf } from "./imports.ts";
import type { SourceFile } from "./source-files.ts";

const ORDER = allModules.map((module) => module.name);
const USES = new Map(allModules.map((module) => [module.name, module.uses]));
/** Pure ground that every module stands on. */
const GROUND = ["#platform/", "#providers/", "#understanding"];

/** Every breach of the architecture's walls, one sentence each, with its place. */
export function wallBreaches(files: readonly SourceFile[]): string[] {
  const imports = files.filter((file) => !isTest(file.path)).flatMap(importsOf);
  return [...imports.flatMap((one) => breach(one) ?? []), ...ambientState(files), ...findCycles(imports)];
}

function breach(one: Import): string[] | null {
  const say = (sentence: string) => [`${one.from}:${one.line} ${sentence}`];
  const module = moduleOf(one.from);
  if (
    one.from.startsWith("server/src/platform/") &&
    one.specifier.startsWith("#") &&
    !one.specifier.startsWith("#providers/")
  ) {
    return say(`imports ${one.specifier}: the platform knows no module.`);
  }
  if (one.from.startsWith("simulator/src/") && one.specifier.includes("server"))
    return say("imports the server: the carrier knows only the wire.");
  if (one.target !== null && area(one.target) !== area(one.from) && module !== null) {
    return say(`imports ${one.specifier}: reach another module by its name, such as #calls.`);
  }
  if (module !== null && one.specifier.startsWith("#") && !GROUND.some((ground) => one.specifier.startsWith(ground))) {
    const other = one.specifier.slice(1);
    if (!ORDER.includes(other)) return say(`imports ${one.specifier}, which is no module.`);
    if (ORDER.indexOf(other) >= ORDER.indexOf(module))
      return say(`imports ${one.specifier}, which stands higher: announce an event or ask a question instead.`);
    if (USES.get(module)?.includes(other) !== true)
      return say(`imports ${one.specifier} without declaring it in \`uses\` of its module.ts.`);
  }
  return webBreach(one);
}

function webBreach(one: Import): string[] | null {
  const from = /^web\/src\/(\w+)\//.exec(one.from)?.[1];
  const to = one.target === null ? undefined : /^web\/src\/(\w+)\//.exec(one.target)?.[1];
  if (from === undefined || to === undefined || from === to)
    return scene(one.from) === scene(one.target ?? one.from)
      ? null
      : [`${one.from}:${one.line} imports another scene.`];
  if (from === "ui")
    return [`${one.from}:${one.line} imports ${one.specifier}: the design system imports nothing of ours.`];
  return null;
}

const scene = (path: string) => /^web\/src\/scenes\/([\w-]+)\//.exec(path)?.[1];
const moduleOf = (path: string) => /^server\/src\/modules\/([\w-]+)\//.exec(path)?.[1] ?? null;
const area = (path: string) => /^server\/src\/modules\/[\w-]+\//.exec(path)?.[0] ?? null;
const isTest = (path: string) => /\.test\.tsx?$|\/test\/|\/testing\/|\/e2e\//.test(path);

const AMBIENT =
  /\bprocess\.env\b|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bsetTimeout\(|\bsetInterval\(|\bTemporal\.Now\b|(?<![.\w])fetch\(/;

/** Modules take time, chance, configuration and the network from their ports only. */
function ambientState(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => moduleOf(file.path) !== null && !isTest(file.path))
    .flatMap((file) =>
      file.text.split("\n").flatMap((line, index) => {
        const found = AMBIENT.exec(line.replace(/\/\/.*|^\s*\*.*/, ""));
        return found === null ? [] : [`${file.path}:${index + 1} uses ${found[0]}: take it from the ports.`];
      }),
    );
}
