import { describe, expect, it } from "vitest";
import { inParallel } from "./in-parallel.ts";
import { installedPackages, unfitLicences } from "./licences.ts";
import { unportable } from "./portable.ts";
import { oversizedFiles } from "./sizes.ts";

describe("sizes", () => {
  const file = (lines: number) => [{ path: "a.ts", text: "x\n".repeat(lines) }];

  it("lets 400 lines pass and no more", () => {
    expect(oversizedFiles(file(400))).toEqual([]);
    expect(oversizedFiles(file(401))).toEqual([expect.stringContaining("a.ts has 401 lines")]);
  });
});

describe("licences", () => {
  const said = (name: string, licence: string | null, development = false) =>
    unfitLicences([{ name, licence, development }]);

  it.each(["MIT", "(MIT OR GPL-3.0)", "(MIT AND Zlib)", "Apache-2.0 OR LGPL-2.1"])("%s fits", (licence) => {
    expect(said("some", licence)).toEqual([]);
  });

  it.each(["GPL-3.0", "(MIT AND GPL-3.0)", "AGPL-3.0-only", "SEE LICENSE IN LICENSE", "BUSL-1.1", null])(
    "%s does not",
    (licence) => {
      expect(said("some", licence)).toEqual([expect.stringContaining("some has the licence")]);
    },
  );

  it("takes the MPL for tools only", () => {
    expect(said("some", "MPL-2.0", true)).toEqual([]);
    expect(said("lightningcss-linux-x64-gnu", "MPL-2.0")).toEqual([]);
    expect(said("some", "MPL-2.0")).toHaveLength(1);
  });

  it("reads what is installed", () => {
    expect(installedPackages()).toContainEqual({ name: "fastify", licence: "MIT", development: false });
  });
});

describe("nothing of one machine", () => {
  const said = (path: string, text: string) => unportable([{ path, text }]);
  const home = ["", "home", "rosa", "nmc"].join("/");

  it("refuses a path of somebody's machine", () => {
    expect(said("a.ts", `const root = "${home}";`)).toEqual([expect.stringContaining("a.ts:1 names /home")]);
    expect(said("b.md", ["C:", "Users", "Rosa"].join("\\"))).toHaveLength(1);
  });

  it("refuses a registry in a lock file, and only there", () => {
    const line = '"resolved": "https://registry.example.test/x.tgz"';
    expect(said("package-lock.json", line)).toHaveLength(1);
    expect(said("docs/lock.md", line)).toEqual([]);
  });

  it.each(["https://example.test/home/page", "src/work/shop.ts", "`${root}/work/x`", "/usr/bin/env"])(
    "lets %s pass",
    (text) => {
      expect(said("a.ts", text)).toEqual([]);
    },
  );
});

describe("in parallel", () => {
  it("does everything, in order, and never more at a time than it may", async () => {
    const begun: number[] = [];
    let underWay = 0;
    let most = 0;
    const work = [0, 1, 2, 3, 4].map((number) => async () => {
      begun.push(number);
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      underWay -= 1;
    });
    await inParallel(work, 2);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
  });
});
