import { describe, expect, it } from "vitest";
import { SYSTEM } from "#platform/scope.ts";
import { createTenant } from "#tenants";
import { openTestHouse, type TestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { accountOf, addNumber, createRoutes, findNumberByPhone, primaryNumber } from "./index.ts";

async function openNumber() {
  const house = await openTestHouse();
  const line = await openLine(house);
  return { house, line, owner: await signInPerson(house, line.tenantId) };
}

const openSecond = (house: TestHouse) => openLine(house, { phoneNumber: "+13035550150", forwardTo: ["+13035550151"] });

const audits = (house: TestHouse, tenantId: string) =>
  house.ports.scope(tenantId, SYSTEM, (scope) =>
    scope.tx.selectFrom("audit_logs").select(["entity_type", "action", "changes"]).orderBy("id").execute(),
  );

describe("a business's numbers", () => {
  it("are listed without their secrets", async () => {
    const { line, owner } = await openNumber();
    const { body } = await owner.get("/numbers");
    expect(body["data"]).toMatchObject([
      { id: line.numberId, phone_number: line.phone, forward_to: ["+15125550101"], ring_timeout_seconds: 20 },
    ]);
    expect(JSON.stringify(body)).not.toContain(line.hookToken);
    expect(JSON.stringify(body)).not.toContain(line.authToken);
  });

  it("ring as they are told to, and the change is on record", async () => {
    const { house, line, owner } = await openNumber();
    const wanted = {
      forward_to: ["+15125550101", "+15125550102"],
      ring_strategy: "in_turn",
      ring_timeout_seconds: 15,
      screening_enabled: false,
      installation: "forwarded",
    };
    const changed = await owner.patch(`/numbers/${line.numberId}`, {
      ...wanted,
      forward_to: ["(512) 555-0101", "512-555-0102"],
    });
    expect(changed).toMatchObject({ status: 200, body: wanted });
    expect(await createRoutes(house.ports).find(line.hookToken)).toMatchObject({
      forwardTo: wanted.forward_to,
      ringStrategy: "in_turn",
      ringTimeoutSeconds: 15,
      screeningEnabled: false,
      installation: "forwarded",
    });
    await owner.patch(`/numbers/${line.numberId}`, { ring_timeout_seconds: 15 });
    expect((await audits(house, line.tenantId)).filter(({ entity_type }) => entity_type === "phone_number")).toEqual([
      {
        entity_type: "phone_number",
        action: "changed",
        changes: expect.objectContaining({ ring_timeout_seconds: { from: 20, to: 15 } }),
      },
    ]);
  });

  it("refuse what is not right", async () => {
    const { line, owner } = await openNumber();
    const wrong = [
      { forward_to: ["911"] },
      { forward_to: Array(11).fill("+15125550101") },
      { ring_timeout_seconds: 4 },
      { ring_timeout_seconds: 121 },
      { ring_strategy: "loudest" },
      { hook_token: "x".repeat(32) },
      { sender_registered: true },
      { status: "active" },
    ];
    for (const change of wrong) {
      const answer = await owner.patch(`/numbers/${line.numberId}`, change);
      expect(answer, JSON.stringify(change)).toMatchObject({ status: 422, body: { code: "invalid_request" } });
    }
  });

  it("never ring one another", async () => {
    const { line, owner } = await openNumber();
    expect(await owner.patch(`/numbers/${line.numberId}`, { forward_to: [line.phone] })).toMatchObject({
      status: 422,
      body: { code: "rings_itself" },
    });
  });

  it("are changed by owners and admins of their own business only", async () => {
    const { house, line } = await openNumber();
    const change = { ring_timeout_seconds: 30 };
    for (const role of ["operator", "user", "viewer"] as const) {
      const person = await signInPerson(house, line.tenantId, role);
      expect(await person.patch(`/numbers/${line.numberId}`, change), role).toMatchObject({ status: 403 });
      expect(await person.post("/numbers", { phone_number: "+15125550177" }), role).toMatchObject({ status: 403 });
    }
    const neighbour = await signInPerson(house, (await openSecond(house)).tenantId);
    expect(await neighbour.patch(`/numbers/${line.numberId}`, change)).toMatchObject({ status: 404 });
    expect((await neighbour.get("/numbers")).body["data"]).toHaveLength(1);
  });

  it("belong to one business at a time", async () => {
    const { house, line } = await openNumber();
    await expect(openLine(house, { phoneNumber: line.phone })).rejects.toThrow("already");
  });
});

describe("a hook token", () => {
  it("leads to its number with the account's token, and any other nowhere", async () => {
    const { house, line } = await openNumber();
    const second = await openSecond(house);
    expect(await createRoutes(house.ports).find(line.hookToken)).toMatchObject({
      tenantId: line.tenantId,
      id: line.numberId,
      phoneNumber: line.phone,
      accountSid: line.accountSid,
      authTokens: [line.authToken],
      senderRegistered: true,
    });
    expect(await createRoutes(house.ports).find(second.hookToken)).toMatchObject({ tenantId: second.tenantId });
    expect(await createRoutes(house.ports).find(`${line.hookToken}x`)).toBeNull();
    expect(await createRoutes(house.ports).find("")).toBeNull();
  });

  it("leads nowhere once the number is released", async () => {
    const { house, line } = await openNumber();
    await house.ports.database.platform
      .updateTable("phone_numbers")
      .set({ status: "released" })
      .where("id", "=", line.numberId)
      .execute();
    expect(await createRoutes(house.ports).find(line.hookToken)).toBeNull();
    const { tenantId } = line;
    expect(await house.ports.scope(tenantId, SYSTEM, (scope) => findNumberByPhone(scope, line.phone))).toBeNull();
    await expect(house.ports.scope(tenantId, SYSTEM, primaryNumber)).rejects.toThrow("no number yet");
  });
});

describe("the carrier's auth token", () => {
  it("is sealed to its account: copied to another one it does not open", async () => {
    const { house, line } = await openNumber();
    const second = await openSecond(house);
    const sealed = await house.ports.database.platform
      .selectFrom("telephony_accounts")
      .select("auth_token_sealed")
      .where("tenant_id", "=", line.tenantId)
      .executeTakeFirstOrThrow();
    expect(sealed.auth_token_sealed.toString("latin1")).not.toContain(line.authToken);
    await house.ports.scope(second.tenantId, SYSTEM, (scope) =>
      scope.tx.updateTable("telephony_accounts").set(sealed).where("tenant_id", "=", second.tenantId).execute(),
    );
    await expect(accountOf(house.ports, second.tenantId)).rejects.toThrow();
    expect(await accountOf(house.ports, line.tenantId)).toEqual({
      accountSid: line.accountSid,
      authToken: line.authToken,
    });
  });

  it("is changed while webhooks under the one before still count", async () => {
    const { house, line, owner } = await openNumber();
    const change = (auth_token: string) => owner.put("/telephony-account/auth-token", { auth_token });
    const tokens = async () => (await createRoutes(house.ports).find(line.hookToken))?.authTokens;
    const [second, third] = ["2".repeat(32), "3".repeat(32)];
    expect(await change(second)).toMatchObject({ status: 200, body: { account_sid: line.accountSid } });
    expect(await tokens()).toEqual([second, line.authToken]);
    await change(second);
    expect(await tokens()).toEqual([second, line.authToken]);
    await change(third);
    expect(await tokens()).toEqual([third, second]);
    expect(await accountOf(house.ports, line.tenantId)).toMatchObject({ authToken: third });
    const recorded = await audits(house, line.tenantId);
    expect(recorded.filter(({ action }) => action === "auth_token_changed")).toHaveLength(2);
    expect(JSON.stringify(recorded)).not.toContain(third);
  });

  it("is missed by a business without an account", async () => {
    const { house } = await openNumber();
    const tenantId = await createTenant(house.ports, {
      business: { business_name: "New", timezone: "America/Denver", trade_type: "hvac" },
    });
    await expect(accountOf(house.ports, tenantId)).rejects.toThrow("no active account");
    const person = await signInPerson(house, tenantId);
    expect(await person.get("/numbers/available?area_code=512")).toMatchObject({
      status: 409,
      body: { code: "no_carrier_account" },
    });
  });
});

it("a second number uses the account that is there", async () => {
  const { house, line } = await openNumber();
  const { tenantId, accountSid, authToken } = line;
  const number = { tenantId, accountSid, authToken, phoneNumber: "+15125550188", phoneNumberSid: null, forwardTo: [] };
  const id = await addNumber(house.ports, number);
  const account = await house.ports.database.platform.selectFrom("telephony_accounts").selectAll().execute();
  expect(account).toHaveLength(1);
  const found = await house.ports.scope(tenantId, SYSTEM, (scope) => findNumberByPhone(scope, "+15125550188"));
  expect(found).toMatchObject({ id, area_code: "512", installation: "own" });
});
