import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { countAttempt } from "./attempts.ts";
import { openBrowser } from "./testing/browser.ts";
import { OWNER, openBusiness } from "./testing/business.ts";

describe("signing in", () => {
  it("opens a session whose token the database does not know", async () => {
    const { house, tenantId, userId } = await openBusiness();
    const browser = openBrowser(house);
    const answer = await browser.signIn("Owner@Rivera.example", OWNER.password);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        user: { id: userId, email: OWNER.email, first_name: "Elena", last_name: "Rivera" },
        tenant: { id: tenantId, business_name: "Rivera Plumbing", timezone: "America/Chicago", trade_type: "plumbing" },
        role: "owner",
        simulator: true,
      },
    });
    expect(answer.body["permissions"]).toContain("settings.manage");
    const guarded = { httpOnly: true, sameSite: "Lax", secure: true };
    expect(answer.setCookies).toMatchObject([
      { name: "nmc_session", path: "/", maxAge: 30 * 24 * 3600, ...guarded },
      { name: "nmc_device", path: "/api/v1/session", ...guarded },
    ]);
    const token = browser.cookies["nmc_session"] ?? "";
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const [row] = await house.ports.database.platform.selectFrom("user_sessions").selectAll().execute();
    expect(row?.token_hash).toEqual(createHash("sha256").update(token).digest());
    expect(JSON.stringify(row)).not.toContain(token);
    expect((await browser.ask("GET", "/session")).body).toEqual(answer.body);
    expect((await browser.ask("GET", "/visitor")).body).toEqual({ session: answer.body });
  });

  it("is not expected of a browser that asks who is there", async () => {
    const { house } = await openBusiness();
    const browser = openBrowser(house);
    expect(await browser.ask("GET", "/visitor")).toMatchObject({ status: 200, body: { session: null } });
    expect((await browser.ask("GET", "/session")).status).toBe(401);
  });

  it("again gives another token and ends what the browser was signed in to", async () => {
    const { house } = await openBusiness();
    const browser = openBrowser(house);
    await browser.signIn(OWNER.email, OWNER.password);
    const before = { ...browser.cookies };
    await browser.signIn(OWNER.email, OWNER.password);
    expect(browser.cookies["nmc_session"]).not.toBe(before["nmc_session"]);
    expect((await browser.ask("GET", "/session")).status).toBe(200);
    browser.cookies = before;
    expect((await browser.ask("GET", "/session")).status).toBe(401);
  });

  it("says the same whatever is wrong", async () => {
    const { house, tenantId } = await openBusiness();
    const { platform } = house.ports.database;
    const refusal = async (email: string, password: string) => {
      const { status, body, setCookies } = await openBrowser(house).signIn(email, password);
      return { status, body: { ...body, instance: "" }, setCookies };
    };
    const wrongPassword = await refusal(OWNER.email, "call-me-back-2");
    expect(wrongPassword).toMatchObject({ status: 401, body: { code: "wrong_credentials" }, setCookies: [] });
    expect(await refusal("nobody@rivera.example", OWNER.password)).toEqual(wrongPassword);
    await platform.updateTable("tenants").set({ status: "suspended" }).where("id", "=", tenantId).execute();
    expect(await refusal(OWNER.email, OWNER.password)).toEqual(wrongPassword);
    await platform.updateTable("tenants").set({ status: "active" }).where("id", "=", tenantId).execute();
    await platform.updateTable("user_profiles").set({ is_active: false }).execute();
    expect(await refusal(OWNER.email, OWNER.password)).toEqual(wrongPassword);
    await platform.updateTable("user_profiles").set({ is_active: true }).execute();
    await platform.updateTable("users").set({ status: "inactive" }).execute();
    expect(await refusal(OWNER.email, OWNER.password)).toEqual(wrongPassword);
  });

  it("takes as long for an e-mail that nobody has", async () => {
    const { house } = await openBusiness();
    const took = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 25; round += 1) {
      for (const [kind, email] of [["known", OWNER.email] as const, ["unknown", "nobody@rivera.example"] as const]) {
        house.clock.advance({ hours: 1 });
        const startedAt = performance.now();
        await openBrowser(house).signIn(email, "a wrong password");
        took[kind].push(performance.now() - startedAt);
      }
    }
    const median = (times: number[]) => times.toSorted((one, other) => one - other)[12] ?? 0;
    const ratio = median(took.known) / median(took.unknown);
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
  });

  it("refuses what is no e-mail or password before it looks", async () => {
    const { house } = await openBusiness();
    const browser = openBrowser(house);
    expect((await browser.signIn("owner", "x")).status).toBe(422);
    expect((await browser.signIn(OWNER.email, "")).status).toBe(422);
    expect((await browser.signIn(OWNER.email, "x".repeat(257))).status).toBe(422);
    expect((await browser.ask("POST", "/session", { ...OWNER, role: "owner" })).status).toBe(422);
  });
});

describe("guessing", () => {
  const guess = async (house: Parameters<typeof openBrowser>[0], email: string) => {
    const { status, body } = await openBrowser(house).signIn(email, "a wrong password");
    return status === 429 ? body["detail"] : status;
  };

  it("slows down from the fifth try, for e-mails that nobody has as well", async () => {
    const { house } = await openBusiness();
    for (const email of [OWNER.email, "nobody@rivera.example"]) {
      const answers: unknown[] = [];
      for (let turn = 0; turn < 6; turn += 1) answers.push(await guess(house, email));
      for (const seconds of [1, 2, 4]) {
        house.clock.advance({ seconds });
        answers.push(await guess(house, email), await guess(house, email));
      }
      expect(answers, email).toEqual([
        ...Array(5).fill(401),
        "Try again in a second.",
        401,
        "Try again in 2 seconds.",
        401,
        "Try again in 4 seconds.",
        401,
        "Try again in 8 seconds.",
      ]);
    }
  });

  it("makes the right password wait too, and is forgotten once it came", async () => {
    const { house } = await openBusiness();
    for (let turn = 0; turn < 5; turn += 1) await guess(house, OWNER.email);
    expect((await openBrowser(house).signIn(OWNER.email, OWNER.password)).status).toBe(429);
    const shown = () =>
      house.ports.database.platform
        .selectFrom("users")
        .select(["failed_login_attempts", "locked_until"])
        .executeTakeFirstOrThrow();
    expect(await shown()).toEqual({ failed_login_attempts: 5, locked_until: house.clock.now().add({ seconds: 1 }) });
    house.clock.advance({ seconds: 1 });
    expect((await openBrowser(house).signIn(OWNER.email, OWNER.password)).status).toBe(200);
    expect(await shown()).toEqual({ failed_login_attempts: 0, locked_until: null });
    for (let turn = 0; turn < 5; turn += 1) expect(await guess(house, OWNER.email)).toBe(401);
  });

  it("with a hundred hands at once is judged five times", async () => {
    const { house } = await openBusiness();
    const answers = await Promise.all(Array.from({ length: 100 }, () => guess(house, OWNER.email)));
    expect(answers.filter((answer) => answer === 401)).toHaveLength(5);
  });

  it("for two days, as fast as it is let, is judged less than a hundred times", async () => {
    const { house } = await openBusiness();
    const startedAt = house.clock.now();
    let judged = 0;
    while (house.clock.now().since(startedAt).total("hours") < 48) {
      const attempt = await countAttempt(house.ports, { email: OWNER.email, device: null });
      if (attempt.kind === "allowed") judged += 1;
      else house.clock.advance({ seconds: attempt.seconds });
    }
    expect(judged).toBeLessThan(100);
  });

  it("by strangers does not keep the owner waiting, where the owner signed in before", async () => {
    const { house } = await openBusiness();
    const browser = openBrowser(house);
    await browser.signIn(OWNER.email, OWNER.password);
    for (let turn = 0; turn < 6; turn += 1) await guess(house, OWNER.email);
    expect((await openBrowser(house).signIn(OWNER.email, OWNER.password)).status).toBe(429);
    expect((await browser.signIn(OWNER.email, OWNER.password)).status).toBe(200);
  });

  it("from the owner's own browser has a count of its own", async () => {
    const { house } = await openBusiness();
    const browser = openBrowser(house);
    await browser.signIn(OWNER.email, OWNER.password);
    for (let turn = 0; turn < 5; turn += 1) expect((await browser.signIn(OWNER.email, "wrong")).status).toBe(401);
    expect((await browser.signIn(OWNER.email, OWNER.password)).status).toBe(429);
    expect((await openBrowser(house).signIn(OWNER.email, OWNER.password)).status).toBe(200);
  });

  it("is not helped by a made-up or another's device cookie", async () => {
    const { house } = await openBusiness();
    const browser = openBrowser(house);
    await browser.signIn(OWNER.email, OWNER.password);
    const device = browser.cookies["nmc_device"] ?? "";
    for (let turn = 0; turn < 5; turn += 1) await guess(house, "other@rivera.example");
    for (const cookie of [device, "x", `${device.slice(0, -4)}AAAA`, "A".repeat(5000)]) {
      browser.cookies = { nmc_device: cookie };
      expect((await browser.signIn("other@rivera.example", "wrong")).status).toBe(429);
    }
  });
});
