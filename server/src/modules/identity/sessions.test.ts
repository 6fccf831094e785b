import { describe, expect, it } from "vitest";
import { SYSTEM } from "#platform/scope.ts";
import { createTenant } from "#tenants";
import { createPerson } from "./people.ts";
import { openBrowser } from "./testing/browser.ts";
import { OWNER, openBusiness } from "./testing/business.ts";

async function signedIn() {
  const opened = await openBusiness();
  const browser = openBrowser(opened.house);
  await browser.signIn(OWNER.email, OWNER.password);
  const status = async () => (await browser.ask("GET", "/session")).status;
  return { ...opened, browser, status };
}

describe("a session", () => {
  it("ends after a week without use", async () => {
    const { house, status } = await signedIn();
    house.clock.advance({ hours: 24 * 7 - 1 });
    expect(await status()).toBe(200);
    house.clock.advance({ hours: 24 * 7 - 1 });
    expect(await status()).toBe(200);
    house.clock.advance({ hours: 24 * 7 });
    expect(await status()).toBe(401);
    house.clock.advance({ hours: -1 });
    expect(await status()).toBe(200);
  });

  it("ends after thirty days however much it is used", async () => {
    const { house, status } = await signedIn();
    for (let day = 1; day < 30; day += 1) {
      house.clock.advance({ hours: 24 });
      expect(await status()).toBe(200);
    }
    house.clock.advance({ hours: 24 });
    expect(await status()).toBe(401);
  });

  it("notes its use every five minutes, not every time", async () => {
    const { house, status } = await signedIn();
    const lastUsed = async () =>
      (await house.ports.database.platform.selectFrom("user_sessions").select("last_used_at").executeTakeFirstOrThrow())
        .last_used_at;
    const openedAt = house.clock.now();
    house.clock.advance({ minutes: 4 });
    await status();
    expect(await lastUsed()).toEqual(openedAt);
    house.clock.advance({ minutes: 1 });
    await status();
    expect(await lastUsed()).toEqual(house.clock.now());
  });

  it("ends with the sign-out, and its cookie with it", async () => {
    const { browser } = await signedIn();
    const stolen = { ...browser.cookies };
    const answer = await browser.ask("DELETE", "/session");
    expect(answer).toMatchObject({ status: 200, setCookies: [{ name: "nmc_session", value: "" }] });
    browser.cookies = stolen;
    expect((await browser.ask("GET", "/session")).status).toBe(401);
  });

  it.each(["tenants", "users", "user_profiles"] as const)("ends when its %s is no longer active", async (table) => {
    const { house, status } = await signedIn();
    const { platform } = house.ports.database;
    if (table === "tenants") await platform.updateTable(table).set({ status: "suspended" }).execute();
    if (table === "users") await platform.updateTable(table).set({ status: "inactive" }).execute();
    if (table === "user_profiles") await platform.updateTable(table).set({ is_active: false }).execute();
    expect(await status()).toBe(401);
  });

  it("cannot be made up", async () => {
    const { browser } = await signedIn();
    const token = browser.cookies["nmc_session"] ?? "";
    for (const made of ["", "x", token.slice(1), `${token}A`, token.toLowerCase(), "A".repeat(10_000), "%00", "'--"]) {
      browser.cookies = { nmc_session: made };
      expect((await browser.ask("GET", "/session")).status, made).toBe(401);
    }
  });

  it("that expired is swept out at the next sign-in", async () => {
    const { house, browser } = await signedIn();
    house.clock.advance({ hours: 24 * 31 });
    await browser.signIn(OWNER.email, OWNER.password);
    expect(await house.ports.database.platform.selectFrom("user_sessions").selectAll().execute()).toHaveLength(1);
  });

  it("is on record when it is opened and closed", async () => {
    const { house, tenantId, userId, browser } = await signedIn();
    await browser.ask("DELETE", "/session");
    const audit = await house.ports.scope(tenantId, SYSTEM, (scope) =>
      scope.tx.selectFrom("audit_logs").select(["entity_type", "action", "actor_id"]).orderBy("id").execute(),
    );
    expect(audit).toEqual([
      { entity_type: "session", action: "opened", actor_id: userId },
      { entity_type: "session", action: "closed", actor_id: userId },
    ]);
  });
});

describe("the list of sessions", () => {
  it("shows where the person is signed in, and ends one of them", async () => {
    const { house, browser } = await signedIn();
    const phone = openBrowser(house);
    house.clock.advance({ minutes: 10 });
    await phone.signIn(OWNER.email, OWNER.password);
    const { data } = (await phone.ask("GET", "/sessions")).body as { data: { id: string; is_current: boolean }[] };
    expect(data).toMatchObject([
      { is_current: true, user_agent: "a browser", ip_address: "127.0.0.1", created_at: house.clock.now().toString() },
      { is_current: false },
    ]);
    expect((await phone.ask("DELETE", `/sessions/${data[1]?.id}`)).status).toBe(200);
    expect((await browser.ask("GET", "/session")).status).toBe(401);
    expect((await phone.ask("GET", "/session")).status).toBe(200);
    expect((await phone.ask("DELETE", `/sessions/${data[1]?.id}`)).status).toBe(404);
  });

  it("is the person's own: nobody sees or ends a colleague's", async () => {
    const { house, tenantId, browser } = await signedIn();
    const office = { email: "office@rivera.example", password: "call-me-back-2" };
    await createPerson(house.ports, { ...office, tenantId, firstName: "Marcus", lastName: "Chen", role: "admin" });
    const colleague = openBrowser(house);
    await colleague.signIn(office.email, office.password);
    const { data } = (await browser.ask("GET", "/sessions")).body as { data: { id: string }[] };
    expect(data).toHaveLength(1);
    expect((await colleague.ask("DELETE", `/sessions/${data[0]?.id}`)).status).toBe(404);
    expect((await browser.ask("GET", "/session")).status).toBe(200);
  });
});

describe("what a person may do", () => {
  it("follows from the role and from what was granted besides", async () => {
    const { house, browser } = await signedIn();
    const { platform } = house.ports.database;
    const permissions = async () => (await browser.ask("GET", "/session")).body["permissions"];
    await platform.updateTable("user_profiles").set({ role: "viewer" }).execute();
    const asViewer = await permissions();
    expect(asViewer).toContain("calls.view");
    expect(asViewer).not.toContain("settings.manage");
    const granted = JSON.stringify(["settings.manage", "everything"]);
    await platform.updateTable("user_profiles").set({ permissions: granted }).execute();
    expect(await permissions()).toEqual([...(asViewer as string[]), "settings.manage"].sort());
  });
});

describe("the people", () => {
  it("are those of the business, by name", async () => {
    const { house, tenantId, userId, browser } = await signedIn();
    const other = await createTenant(house.ports, {
      business: { business_name: "Mile High Locksmith", timezone: "America/Denver", trade_type: "locksmith" },
    });
    const person = { password: "call-me-back-3", firstName: "Ann", lastName: "Lee", role: "viewer" as const };
    const annId = await createPerson(house.ports, { ...person, email: "ann@rivera.example", tenantId });
    await createPerson(house.ports, { ...person, email: "ann@milehigh.example", tenantId: other });
    expect((await browser.ask("GET", "/people")).body["data"]).toEqual([
      { user_id: annId, name: "Ann Lee", role: "viewer", email: "ann@rivera.example" },
      { user_id: userId, name: "Elena Rivera", role: "owner", email: OWNER.email },
    ]);
  });

  it("who work for two businesses are one person with one password", async () => {
    const { house, userId, browser } = await signedIn();
    const other = await createTenant(house.ports, {
      business: { business_name: "Mile High Locksmith", timezone: "America/Denver", trade_type: "locksmith" },
    });
    const again = await createPerson(house.ports, {
      ...OWNER,
      password: "another password",
      tenantId: other,
      firstName: "E.",
      lastName: "R.",
      role: "admin",
    });
    expect(again).toBe(userId);
    expect((await browser.signIn(OWNER.email, "another password")).status).toBe(401);
    expect((await browser.signIn(OWNER.email, OWNER.password)).status).toBe(200);
  });
});

it("nothing but signing in is offered to those who are not", async () => {
  const { house } = await openBusiness();
  const stranger = openBrowser(house);
  for (const path of ["/session", "/sessions", "/people", "/business", "/settings", "/line", "/numbers"]) {
    expect((await stranger.ask("GET", path)).status, path).toBe(401);
  }
  expect((await stranger.ask("GET", "/demo")).body).toEqual({ demo: true, people: [] });
});
