import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { initialise } from "./initialise.ts";
import { findPlaces, type Places } from "./places.ts";
import { adoptOrStart, endPostmaster } from "./postmaster.ts";
import { roomyTemporaryFolder } from "./temporary-folder.ts";

let folder: string;
let used: Places | undefined;

function places(dataDirectory: string, systemFolder: string): Places {
  used = findPlaces(dataDirectory, systemFolder);
  return used;
}

beforeEach(() => {
  folder = mkdtempSync(join(roomyTemporaryFolder(), "nmc-places-"));
  chmodSync(folder, 0o755);
});
afterEach(() => {
  if (used) rmSync(used.sockets, { recursive: true, force: true });
  used = undefined;
  rmSync(folder, { recursive: true });
});

it("keeps the same places from one start to the next", () => {
  const first = places(folder, join(folder, "system"));
  expect(places(folder, join(folder, "system"))).toEqual(first);
  expect(first.cluster).toBe(join(folder, "postgres"));
  expect(first.sockets.length).toBeLessThan(84);
});

describe.runIf(process.getuid?.() === 0)("started by root in a folder that only root can enter", () => {
  const closed = () => join(folder, "closed", "data");
  const system = () => join(folder, "system");

  beforeEach(() => {
    mkdirSync(closed(), { recursive: true });
    chmodSync(dirname(closed()), 0o700);
  });

  it("runs from a folder of the system, found again through a link", async () => {
    const found = places(closed(), system());
    expect(found.account?.uid).toBeGreaterThan(0);
    expect(found.cluster.startsWith(system())).toBe(true);
    expect(lstatSync(join(closed(), "postgres")).isSymbolicLink()).toBe(true);
    expect(places(closed(), system())).toEqual(found);

    await initialise(found, { durable: false });
    const postmaster = await adoptOrStart(found, () => {});
    expect(statSync(found.cluster).uid).toBe(found.account?.uid);
    await endPostmaster(postmaster);
  });

  it("does so whatever root's umask is", () => {
    const umask = process.umask(0o077);
    try {
      const { cluster } = places(closed(), system());
      expect(statSync(dirname(cluster)).mode & 0o777).toBe(0o755);
      expect(statSync(system()).mode & 0o777).toBe(0o755);
    } finally {
      process.umask(umask);
    }
  });

  it("leaves one cluster behind, not one for every start", () => {
    places(closed(), system());
    places(closed(), system());
    expect(readdirSync(system())).toHaveLength(1);
  });
});
