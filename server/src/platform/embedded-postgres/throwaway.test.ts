import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { livingPostmaster, readPidFile } from "./pid-file.ts";
import { isAlive } from "./processes.ts";
import { memoryFolder } from "./temporary-folder.ts";
import { startThrowawayPostgres } from "./throwaway.ts";

const folderOf = (pid: number | undefined) =>
  [memoryFolder, tmpdir()]
    .filter((parent) => existsSync(parent))
    .flatMap((parent) => readdirSync(parent).map((name) => join(parent, name)))
    .find((folder) => basename(folder).startsWith(`nmc-throwaway-${pid}-`));

it("leaves nothing behind, and clears up after a killed test run", async () => {
  const script = `
    import { startThrowawayPostgres } from ${JSON.stringify(new URL("throwaway.ts", import.meta.url).href)};
    await startThrowawayPostgres();
    process.send("ready");`;
  const killed = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await once(killed, "message");
  killed.kill("SIGKILL");
  await once(killed, "exit");
  const abandoned = folderOf(killed.pid) ?? "";
  const postmaster = livingPostmaster(join(abandoned, "postgres"))?.pid ?? 0;
  expect(isAlive(postmaster)).toBe(true);

  const postgres = await startThrowawayPostgres();
  expect(isAlive(postmaster)).toBe(false);
  expect(existsSync(abandoned)).toBe(false);

  const own = folderOf(process.pid) ?? "";
  expect(readPidFile(join(own, "postgres"))?.status).toBe("ready");
  await postgres.stop();
  expect(existsSync(own)).toBe(false);
  expect(existsSync(postgres.connection.host)).toBe(false);
});
