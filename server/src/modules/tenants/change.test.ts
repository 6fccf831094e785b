import { describe, expect, it } from "vitest";
import { ROLES } from "#platform/module.ts";
import { SYSTEM } from "#platform/scope.ts";
import { openTestHouse, type TestHouse } from "../../../test/kit/house.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { createTenant } from "./business.ts";

async function openBusiness() {
  const house = await openTestHouse();
  const tenantId = await createTenant(house.ports, {
    business: { business_name: "Rivera Plumbing", timezone: "America/Chicago", trade_type: "plumbing" },
  });
  return { house, tenantId, person: await signInPerson(house, tenantId) };
}

const auditOf = (house: TestHouse, tenantId: string) =>
  house.ports.scope(tenantId, SYSTEM, (scope) =>
    scope.tx
      .selectFrom("audit_logs")
      .select(["entity_type", "action", "actor_id", "changes"])
      .where("action", "=", "changed")
      .orderBy("id")
      .execute(),
  );

describe("the business", () => {
  it("changes what is named, keeps the rest, and moves its centre with its ZIP", async () => {
    const { person } = await openBusiness();
    const changed = await person.patch("/business", {
      business_zip: "78704",
      business_phone: "(512) 555-0100",
      timezone: "America/Denver",
    });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      business_name: "Rivera Plumbing",
      business_zip: "78704",
      business_phone: "+15125550100",
      timezone: "America/Denver",
      service_radius_miles: 25,
    });
    expect(changed.body["business_latitude"]).toBeCloseTo(30.24, 1);
    expect(changed.body["business_longitude"]).toBeCloseTo(-97.77, 1);
    expect((await person.get("/business")).body).toEqual(changed.body);

    const cleared = await person.patch("/business", { business_zip: null });
    expect(cleared.body).toMatchObject({ business_zip: null, business_latitude: null, business_longitude: null });
  });

  it("records who changed what from what, and nothing when nothing changed", async () => {
    const { house, tenantId, person } = await openBusiness();
    await person.patch("/business", { business_name: "Rivera & Daughters" });
    await person.patch("/business", { business_name: "Rivera & Daughters" });
    await person.patch("/business", {});
    expect(await auditOf(house, tenantId)).toEqual([
      {
        entity_type: "business",
        action: "changed",
        actor_id: person.userId,
        changes: { business_name: { from: "Rivera Plumbing", to: "Rivera & Daughters" } },
      },
    ]);
  });

  it("refuses what is not right, and says where", async () => {
    const { person } = await openBusiness();
    const before = (await person.get("/business")).body;
    const wrong: [string, unknown][] = [
      ["business_zip", "7870"],
      ["business_phone", "12"],
      ["business_name", "  "],
      ["business_email", "owner"],
      ["website", "javascript:alert(1)"],
      ["timezone", "Mars/Olympus"],
      ["trade_type", "piracy"],
      ["service_radius_miles", 0],
      ["allowed_zip_prefixes", ["78x"]],
    ];
    for (const [field, value] of wrong) {
      const answer = await person.patch("/business", { [field]: value });
      expect(answer, field).toMatchObject({ status: 422, body: { code: "invalid_request" } });
      expect(JSON.stringify(answer.body["errors"])).toContain(`"pointer":"/${field}`);
    }
    expect(await person.patch("/business", { business_name: "New", business_zip: "00000" })).toMatchObject({
      status: 422,
      body: { code: "unknown_zip" },
    });
    for (const business_name of ["a\u0000b", "\u0000"]) {
      expect(await person.patch("/business", { business_name })).toMatchObject({ status: 422 });
    }
    const holidays = [{ date: "2026-12-25", name: "a\u0000b" }];
    expect(await person.patch("/settings", { holidays })).toMatchObject({ status: 422 });
    expect((await person.get("/business")).body).toEqual(before);
  });

  it("refuses columns that are not offered", async () => {
    const { person } = await openBusiness();
    for (const field of ["id", "status", "owner_id", "business_latitude", "trial_ends_at"]) {
      expect(await person.patch("/business", { [field]: null })).toMatchObject({ status: 422 });
    }
  });
});

describe("the settings", () => {
  it("change what is named and keep the rest", async () => {
    const { person } = await openBusiness();
    const before = (await person.get("/settings")).body;
    const wanted = {
      business_hours: { ...(before["business_hours"] as object), saturday: { open: "18:00", close: "02:00" } },
      holidays: [{ date: "2026-12-25", name: "Christmas" }],
      greeting_template: "{{business_name}} here. What can we do for you?",
      base_hourly_rate: "95.50",
      travel_fee_enabled: false,
      max_jobs_per_day: 4,
      emergency_phone: "(512) 555-0101",
    };
    const changed = await person.patch("/settings", wanted);
    expect(changed.body).toEqual({ ...before, ...wanted, emergency_phone: "+15125550101" });
    expect((await person.get("/settings")).body).toEqual(changed.body);
  });

  it("record each changed field with both its values", async () => {
    const { house, tenantId, person } = await openBusiness();
    await person.patch("/settings", { ai_enabled: false, max_jobs_per_day: 20 });
    expect(await auditOf(house, tenantId)).toMatchObject([
      { entity_type: "business_settings", changes: { ai_enabled: { from: true, to: false } } },
    ]);
  });

  it("refuse what is not right, say where, and stay as they are", async () => {
    const { person } = await openBusiness();
    const before = (await person.get("/settings")).body;
    const wrong: [string, unknown][] = [
      ["greeting_template", "Hi!"],
      ["greeting_template", "We missed your call, sorry."],
      ["greeting_template", "Hi {{first_name}}, {{business_name}} here."],
      ["after_hours_template", `{{business_name}} ${"x".repeat(500)}`],
      ["holiday_template", "{{business_name}} is closed for {{ holiday }}"],
      ["ai_takeover_delay_seconds", 59],
      ["ai_takeover_delay_seconds", 1801],
      ["ai_confidence_threshold", "1.2"],
      ["emergency_multiplier_night", "0.5"],
      ["max_concurrent_jobs", 2.5],
      ["booking_advance_days", 366],
      ["cancellation_window_hours", -1],
      ["base_hourly_rate", "-85"],
      ["base_hourly_rate", 85],
      ["diagnostic_fee", "75.001"],
      ["business_hours", { monday: null }],
      ["business_hours", { monday: { open: "9:00", close: "17:00" } }],
      ["holidays", [{ date: "2026-02-30", name: "Never" }]],
      ["currency", "EUR"],
    ];
    for (const [field, value] of wrong) {
      const answer = await person.patch("/settings", { ai_enabled: false, [field]: value });
      expect(answer, `${field} ${JSON.stringify(value)}`).toMatchObject({
        status: 422,
        body: { code: "invalid_request" },
      });
      expect(JSON.stringify(answer.body["errors"])).toContain(field);
    }
    expect((await person.get("/settings")).body).toEqual(before);
  });

  it("refuse two holidays on one date", async () => {
    const { person } = await openBusiness();
    const holidays = ["Christmas", "Navidad"].map((name) => ({ date: "2026-12-25", name }));
    expect(await person.patch("/settings", { holidays })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/holidays", message: "must not name a date twice" }] },
    });
  });

  it("accept both ends of every limit", async () => {
    const { person } = await openBusiness();
    const ends: Record<string, [unknown, unknown]> = {
      text_back_window_minutes: [1, 1440],
      text_back_max_age_minutes: [1, 1440],
      ai_takeover_delay_seconds: [60, 1800],
      ai_confidence_threshold: ["0", "1.00"],
      emergency_multiplier_evening: ["1", "9.99"],
      max_jobs_per_day: [1, 1000],
      max_concurrent_jobs: [1, 200],
      booking_advance_days: [1, 365],
      cancellation_window_hours: [0, 336],
      job_duration_minutes: [15, 720],
      travel_buffer_minutes: [0, 240],
      arrival_window_minutes: [0, 480],
      reminder_hours_before: [1, 168],
      base_hourly_rate: ["0", "999999.99"],
      greeting_template: ["{{business_name}}", `{{business_name}}${"x".repeat(483)}`],
    };
    for (const index of [0, 1] as const) {
      const change = Object.fromEntries(Object.entries(ends).map(([field, values]) => [field, values[index]]));
      expect(await person.patch("/settings", change)).toMatchObject({ status: 200 });
    }
  });
});

describe("rights", () => {
  it("to change belong to owners and admins; everybody may read", async () => {
    const { house, tenantId } = await openBusiness();
    for (const role of ROLES.slice(1)) {
      const person = await signInPerson(house, tenantId, role);
      const status = role === "admin" ? 200 : 403;
      expect(await person.patch("/settings", { ai_enabled: false }), role).toMatchObject({ status });
      expect(await person.patch("/business", { business_name: "Mine" }), role).toMatchObject({ status });
      expect(await person.get("/settings"), role).toMatchObject({ status: 200 });
    }
  });

  it("end at the business: another's settings stay as they are", async () => {
    const { house, tenantId, person } = await openBusiness();
    const other = await createTenant(house.ports, {
      business: { business_name: "Mile High Locksmith", timezone: "America/Denver", trade_type: "locksmith" },
    });
    const neighbour = await signInPerson(house, other);
    await neighbour.patch("/business", { business_name: "Ours now" });
    await neighbour.patch("/settings", { ai_enabled: false });
    expect((await person.get("/business")).body).toMatchObject({ id: tenantId, business_name: "Rivera Plumbing" });
    expect((await person.get("/settings")).body).toMatchObject({ ai_enabled: true });
    expect(await auditOf(house, tenantId)).toEqual([]);
  });
});

describe("the preview", () => {
  it("shows saved and unsaved greetings with the business's words, and saves nothing", async () => {
    const { person } = await openBusiness();
    await person.patch("/settings", { holidays: [{ date: "2026-07-04", name: "Independence Day" }] });
    const preview = await person.post("/settings/preview", { greeting_template: "{{business_name}} missed you." });
    expect(preview.body).toEqual({
      during_hours: "Rivera Plumbing missed you.",
      after_hours: expect.stringMatching(/^Hi, this is Rivera Plumbing\. We are closed right now/),
      holiday: expect.stringContaining("closed for Independence Day"),
    });
    expect((await person.get("/settings")).body["greeting_template"]).toContain("Sorry we missed your call");
  });

  it("says what is wrong with a template", async () => {
    const { person } = await openBusiness();
    const preview = await person.post("/settings/preview", { greeting_template: "{{business_name}} {{oops}}" });
    expect(preview).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/greeting_template", message: expect.stringContaining("{{oops}}") }] },
    });
  });
});
