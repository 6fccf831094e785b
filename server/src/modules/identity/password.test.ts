import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DECOY, hashPassword, verifyPassword } from "./password.ts";

describe("a password's hash", () => {
  it("is Argon2id with OWASP's parameters, and another one each time", async () => {
    const [first, second] = await Promise.all([hashPassword("call-me-back-1"), hashPassword("call-me-back-1")]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(first).not.toBe(second);
    expect(await verifyPassword("call-me-back-1", second)).toBe(true);
    expect(await verifyPassword("call-me-back-2", second)).toBe(false);
  });

  it("of the reference implementation verifies, whatever its parameters", async () => {
    const published = [
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
      "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
    ];
    for (const phc of published) {
      expect(await verifyPassword("password", phc)).toBe(true);
      expect(await verifyPassword("Password", phc)).toBe(false);
    }
  });

  it("fits however the password's letters were composed", async () => {
    const hash = await hashPassword("Señor Peña 1");
    expect(await verifyPassword("Señor Peña 1".normalize("NFD"), hash)).toBe(true);
  });

  it("fits its own password and no other", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), async (password, other) => {
        const hash = await hashPassword(password);
        expect(await verifyPassword(password, hash)).toBe(true);
        expect(await verifyPassword(other, hash)).toBe(other.normalize("NFKC") === password.normalize("NFKC"));
      }),
      { numRuns: 20 },
    );
  });

  it("that is none of ours is a fault, not a wrong password", async () => {
    await expect(verifyPassword("x", "$2b$10$abcdefghijklmnopqrstuv")).rejects.toThrow("not Argon2id");
  });

  it("that stands for nobody has the form of a real one and fits nothing", async () => {
    expect(DECOY).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassword("", DECOY)).toBe(false);
  });

  it("is made beside the event loop, not on it", async () => {
    let turns = 0;
    let done = false;
    const turn = () => {
      turns += 1;
      if (!done) setImmediate(turn);
    };
    setImmediate(turn);
    await hashPassword("call-me-back-1");
    done = true;
    expect(turns).toBeGreaterThan(20);
  });
});
