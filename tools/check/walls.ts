import type { Import } from "./imports.ts";
import { isTest } from "./source-files.ts";
import { webBreach } from "./web-walls.ts";

/** What the walls need to know of a module; the list's order is the staircase, from the ground up. */
export type Room = { name: string; uses: readonly string[] };

/** Every import that goes through a wall of the architecture, one sentence each, with its place. */
export function wallBreaches(imports: readonly Import[], rooms: readonly Room[]): string[] {
  return imports.flatMap((one) => {
    const sentence = breach(one, rooms);
    return sentence === null ? [] : [`${one.from}:${one.line} imports ${one.specifier}: ${sentence}`];
  });
}

function breach(one: Import, rooms: readonly Room[]): string | null {
  const module = moduleOf(one.from);
  if (one.from.startsWith("web/src/")) return webBreach(one);
  if (one.from.startsWith("simulator/")) return simulatorBreach(one);
  if (module !== null) return moduleBreach(one, module, rooms);
  if (groundOf(one.from) !== null) return groundBreach(one);
  return one.from.startsWith("server/src/") ? houseBreach(one) : null;
}

/** The carrier knows only the wire. */
function simulatorBreach({ target }: Import): string | null {
  return target === null || target.startsWith("simulator/") ? null : "the simulator knows nothing but the wire.";
}

function moduleBreach(one: Import, module: string, rooms: readonly Room[]): string | null {
  const { from, specifier, target } = one;
  if (target === null) return specifier.startsWith("#") ? "there is no such name in server/package.json." : null;
  const other = moduleOf(target);
  const relative = specifier.startsWith(".");
  if (other === module) return relative ? null : "a module reaches its own files by their paths.";
  if (isTest(from)) return testBreach(one);
  if (groundOf(target) !== null) return relative ? "reach it by its name, such as #platform/." : null;
  if (other === null) return "a module stands on the platform and on the modules below it, on nothing else.";
  if (relative) return "reach another module by its name, such as #calls.";
  const order = rooms.map((room) => room.name);
  if (order.indexOf(other) >= order.indexOf(module))
    return "it stands higher; announce an event or ask a question instead.";
  const declared = rooms.find((room) => room.name === module)?.uses.includes(other) === true;
  return declared ? null : "declare it in `uses` of module.ts.";
}

/** A module's tests set their scene with whatever they need, but for the insides of other modules. */
function testBreach({ target }: Import): string | null {
  if (target === null || moduleOf(target) === null || isTest(target)) return null;
  return /\/(index|module)\.ts$/.test(target) ? null : "a test knows another module by its public face.";
}

/** The platform, the providers and the understanding know no module, and nothing of what is built on them. */
function groundBreach({ from, target }: Import): string | null {
  if (target === null || isTest(from)) return null;
  const ground = groundOf(target);
  // The adapters know how a simulated carrier's addresses follow from the real one's.
  if (groundOf(from) === "providers" && target === "simulator/src/index.ts") return null;
  if (ground === null) return "the ground knows nothing of what stands on it.";
  const pure = ground === "understanding" || target.startsWith("server/src/platform/values/");
  if (groundOf(from) === "understanding" && !pure) return "the understanding is a pure function of a text.";
  return null;
}

/** What is around the modules (composition, commands, start, demo) enters them by their public face. */
function houseBreach({ from, target }: Import): string | null {
  if (target === null || isTest(from)) return null;
  if (target.startsWith("web/")) return "the server knows the web application as files to serve.";
  if (moduleOf(target) === null || target.endsWith("/index.ts")) return null;
  if (from === LIST_OF_MODULES && target.endsWith("/module.ts")) return null;
  return "enter a module by its index.ts.";
}

const LIST_OF_MODULES = "server/src/modules/all-modules.ts";

/** What every module stands on. */
const GROUND = {
  platform: "server/src/platform/",
  providers: "server/src/providers/",
  understanding: "server/src/understanding/",
};

function groundOf(path: string): string | null {
  return Object.entries(GROUND).find(([, folder]) => path.startsWith(folder))?.[0] ?? null;
}

function moduleOf(path: string): string | null {
  return groundOf(path) === null ? (/^server\/src\/modules\/([\w-]+)\//.exec(path)?.[1] ?? null) : null;
}
