import { parseSync, Visitor } from "oxc-parser";
import { isTest, type SourceFile } from "./source-files.ts";

const GLOBALS = ["fetch", "setTimeout", "setInterval", "setImmediate", "WebSocket"];
const MEMBERS = ["process.env", "Date.now", "Math.random", "Temporal.Now", "crypto.randomUUID", "performance.now"];
const PACKAGES = ["node:http", "node:https", "node:net", "node:timers", "node:timers/promises", "undici"];

/** Modules take time, chance, configuration and the network from their ports only, so that a simulated year replays. */
export function ambientState(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.startsWith("server/src/modules/") && !isTest(path))
    .flatMap((file) =>
      takenFromOutside(file).map(
        ({ what, line }) => `${file.path}:${line} uses ${what}: take it from the scope or the ports.`,
      ),
    );
}

function takenFromOutside({ path, text }: SourceFile): { what: string; line: number }[] {
  const { program, module } = parseSync(path, text);
  const found: { what: string; start: number }[] = [];
  for (const { moduleRequest, start } of module.staticImports) {
    if (PACKAGES.includes(moduleRequest.value)) found.push({ what: moduleRequest.value, start });
  }
  new Visitor({
    MemberExpression({ object, property, start }) {
      if (object.type !== "Identifier" || property.type !== "Identifier") return;
      const member = `${object.name}.${property.name}`;
      if (MEMBERS.includes(member)) found.push({ what: member, start });
    },
    CallExpression({ callee, start }) {
      if (callee.type !== "Identifier") return;
      if (GLOBALS.includes(callee.name)) found.push({ what: `${callee.name}()`, start });
      if (callee.name === "Date") found.push({ what: "Date()", start });
    },
    NewExpression({ callee, arguments: given, start }) {
      if (callee.type !== "Identifier") return;
      if (callee.name === "Date" && given.length === 0) found.push({ what: "new Date()", start });
      if (GLOBALS.includes(callee.name)) found.push({ what: `new ${callee.name}()`, start });
    },
  }).visit(program);
  return found.map(({ what, start }) => ({ what, line: text.slice(0, start).split("\n").length }));
}
