import { type Clone, makeClone, outcome } from "./clone.ts";
import type { Published, Registry } from "./registry.ts";

/** What the server of the tiny project needs compiled for this machine, as ours needs PostgreSQL. */
export const compiledPart = "engine-compiled";

export const packages: Published[] = [
  {
    manifest: { name: "engine", version: "1.0.0", optionalDependencies: { [compiledPart]: "1.0.0" } },
    files: { "index.js": "" },
  },
  { manifest: { name: compiledPart, version: "1.0.0", os: [process.platform], cpu: [process.arch] } },
  { manifest: { name: "checks", version: "1.0.0", scripts: { postinstall: "touch ran" } } },
  {
    manifest: { name: "vite", version: "1.0.0" },
    files: {
      "bin/vite.js": `
        const { copyFileSync, mkdirSync, readFileSync } = require("node:fs");
        const folder = process.argv[process.argv.indexOf("--outDir") + 1];
        if (readFileSync("index.html", "utf8") === "broken") throw new Error("broken is not a colour");
        mkdirSync(folder, { recursive: true });
        copyFileSync("index.html", folder + "/index.html");`,
    },
  },
];

const manifests = {
  "": {
    name: "tiny",
    private: true,
    workspaces: ["server", "web", "simulator", "bench"],
    devDependencies: { checks: "1.0.0" },
  },
  server: { name: "server", version: "1.0.0", type: "module", dependencies: { engine: "1.0.0" } },
  web: { name: "web", version: "1.0.0", dependencies: { vite: "1.0.0" } },
  simulator: { name: "simulator", version: "1.0.0" },
  bench: { name: "bench", version: "1.0.0" },
};

/** The lock file of the tiny project, made by npm. */
export async function lockProject(registry: Registry): Promise<string> {
  const clone = makeClone(registry, manifests);
  const { code, stderr } = await outcome(clone.start("npm", ["install", "--package-lock-only"]));
  if (code !== 0) throw new Error(stderr);
  const lock = clone.read("package-lock.json");
  clone.remove();
  return lock;
}

/** A fresh clone of a tiny project shaped like this one. */
export function makeProject(registry: Registry, lock: string): Clone {
  const clone = makeClone(registry, manifests);
  clone.write("package-lock.json", lock);
  return clone;
}
