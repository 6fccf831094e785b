import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Registry } from "./registry.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** How a program ended, how long that took, and what it said. */
export type Outcome = { code: number | null; seconds: number; stdout: string; stderr: string };

/** A folder with this project's own boot script and workspaces of a few bytes around it. */
export type Clone = {
  folder: string;
  path(...names: string[]): string;
  write(path: string, content: string | object): void;
  read(path: string): string;
  has(path: string): boolean;
  delete(path: string): void;
  /** Starts a program in the clone. */
  start(command: string, args: string[], options?: StartOptions): ChildProcess;
  /** Runs the boot script to its end; `node` is the one to run it under. */
  boot(args: string[], options?: StartOptions & { node?: string }): Promise<Outcome>;
  remove(): void;
};

export type StartOptions = { env?: Record<string, string> } & Pick<SpawnOptions, "detached" | "stdio">;

/** `manifests` are the package.json files by workspace ("" is the root). Nothing outside the clone is read or written. */
export function makeClone(registry: Pick<Registry, "url">, manifests: Record<string, object>): Clone {
  const folder = mkdtempSync(join(tmpdir(), "nmc boot test "));
  const path = (...names: string[]) => join(folder, ...names);
  const write = (file: string, content: string | object) => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), typeof content === "string" ? content : JSON.stringify(content));
  };
  for (const [workspace, manifest] of Object.entries(manifests)) write(join(workspace, "package.json"), manifest);
  for (const part of ["scripts", "runtime"]) cpSync(join(repository, part), path(part), { recursive: true });

  const environment = {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    npm_config_registry: registry.url,
    npm_config_cache: path("npm-cache"),
    npm_config_userconfig: path("npmrc"),
    npm_config_globalconfig: path("npmrc-of-all"),
  };
  const start = (command: string, args: string[], { env = {}, ...options }: StartOptions = {}) =>
    spawn(command, args, {
      cwd: folder,
      env: { ...environment, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      ...options,
    });
  return {
    folder,
    path,
    write,
    read: (file) => readFileSync(path(file), "utf8"),
    delete: (file) => rmSync(path(file), { recursive: true }),
    has: (file) => existsSync(path(file)),
    start,
    boot: (args, { node = process.execPath, ...options } = {}) =>
      outcome(start(node, [path("scripts", "boot.mjs"), ...args], options)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Waits for a program to end. */
export function outcome(child: ChildProcess): Promise<Outcome> {
  const began = performance.now();
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (text) => (stdout += text));
  child.stderr?.on("data", (text) => (stderr += text));
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, seconds: (performance.now() - began) / 1000, stdout, stderr }));
  });
}
