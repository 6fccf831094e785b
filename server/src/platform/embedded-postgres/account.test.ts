import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAccount, grants } from "./account.ts";

const passwd = `root:x:0:0:root:/root:/bin/bash
postgresql-backup:x:90:91::/:/bin/false
postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
`;

describe("finding an account", () => {
  it("takes the one of exactly that name", () => {
    expect(findAccount(passwd, "postgres")).toEqual({ uid: 101, gid: 104 });
    expect(findAccount(passwd, "nobody")).toEqual({ uid: 65534, gid: 65534 });
  });

  it("finds none where there is none", () => {
    expect(findAccount(passwd, "mysql")).toBeUndefined();
    expect(findAccount("", "postgres")).toBeUndefined();
  });
});

describe("file permissions", () => {
  const account = { uid: 101, gid: 104 };

  it.each([
    { file: { uid: 101, gid: 0, mode: 0o40700 }, enter: true },
    { file: { uid: 0, gid: 104, mode: 0o40710 }, enter: true },
    { file: { uid: 0, gid: 0, mode: 0o40701 }, enter: true },
    { file: { uid: 0, gid: 0, mode: 0o40770 }, enter: false },
    // The first class that fits decides, even when a later one would grant more.
    { file: { uid: 101, gid: 104, mode: 0o40077 }, enter: false },
  ])("of $file.uid:$file.gid $file.mode let 101:104 enter: $enter", ({ file, enter }) => {
    expect(grants(file, account, 1)).toBe(enter);
  });

  it("grant several bits only together", () => {
    const bits = fc.integer({ min: 0, max: 7 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0o777 }), bits, bits, (mode, a, b) => {
        const file = { uid: 1, gid: 1, mode };
        expect(grants(file, account, a | b)).toBe(grants(file, account, a) && grants(file, account, b));
      }),
    );
  });
});
