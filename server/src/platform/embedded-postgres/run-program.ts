import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Account } from "./account.ts";

const execute = promisify(execFile);

/**
 * What PostgreSQL's programs find in their environment. Nothing of ours: variables such as PGDATA or LC_ALL would
 * otherwise end up in a cluster for good.
 */
export const programEnvironment = { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

/** Runs a program to its end under an account. Throws with what it printed when it fails. */
export async function runProgram(program: string, args: string[], account: Account | undefined): Promise<void> {
  try {
    await execute(program, args, { ...account, env: programEnvironment, cwd: "/" });
  } catch (error) {
    const printed = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
    throw new Error(`${program} failed: ${printed || String(error)}`, { cause: error });
  }
}
