import { existsSync, realpathSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { runQuietly } from "./child.mjs";
import { problem } from "./problem.mjs";

/**
 * Everything is fetched by the lock file and nothing of a package runs while it is installed. Short waits, because
 * a registry that does not answer must end in a sentence, not in minutes of silence.
 */
const settings = [
  "--ignore-scripts",
  "--include=dev",
  "--include=optional",
  "--loglevel=error",
  "--no-audit",
  "--no-fund",
  "--no-progress",
  "--no-update-notifier",
  "--fetch-retries=2",
  "--fetch-retry-mintimeout=500",
  "--fetch-retry-maxtimeout=2000",
  "--fetch-timeout=60000",
];

/** The npm that started us, else the one beside this Node, else the one on the PATH. */
function npmProgram() {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
    ...(process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "npm")),
  ];
  for (const candidate of candidates) {
    if (!candidate || !existsSync(candidate)) continue;
    const program = realpathSync(candidate);
    if (basename(program) === "npm-cli.js") return program;
  }
  throw problem("npm was not found: install npm 10 or newer, it comes with Node.js.");
}

/** Runs npm under the given Node; returns `{ code, output }`. */
export function npm(node, args, { cwd }) {
  const env = {
    // Under another Node, npm would look for the machine's settings (proxy, certificates) beside that one.
    npm_config_globalconfig: join(dirname(process.execPath), "..", "etc", "npmrc"),
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
  };
  return runQuietly(node, [npmProgram(), ...args], { cwd, env });
}

/** `npm ci` or an additive `npm install`, by the lock file only; never writes package.json or the lock file. */
export function npmInstall(node, { clean, workspaces = [], offline = false, cwd }) {
  const how = clean ? ["ci"] : ["install", "--no-save"];
  const which = workspaces.map((workspace) => `--workspace=${workspace}`);
  return npm(node, [...how, ...which, ...settings, ...(offline ? ["--offline"] : [])], { cwd });
}
