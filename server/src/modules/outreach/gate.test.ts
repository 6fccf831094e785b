import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "./gate.ts";
import type { GateFacts } from "./gate-facts.ts";
import { quietUntil } from "./quiet.ts";
import { MESSAGE_CLASSES } from "./wish.ts";

const NOON = Temporal.Instant.from("2026-03-03T18:00:00Z");

/** A text-back, a minute after the call, at noon in Austin. */
const ALLOWED: GateFacts = {
  now: NOON,
  expires_at: NOON.add({ minutes: 10 }),
  class: "conversational",
  requested_by: "text_back",
  confirms_opt_out: false,
  body_length: 80,
  media_count: 0,
  recipient: { phone: "+15125550142", country: "US", is_withheld: false, is_ours: false, line_type: "unknown" },
  is_staff: false,
  zones: ["America/Chicago"],
  region: "TX",
  opted_out_since: null,
  do_not_contact: false,
  is_excluded: false,
  consents: [],
  last_call_at: NOON.subtract({ minutes: 1 }),
  last_text_at: null,
  sender: { status: "active", is_registered: true, sent_today: 0, daily_cap: 2000 },
  earlier: { automated_last_hour: 0, same_asker: 0, machine_exchanges: 0 },
  once_per_minutes: 30,
  unprompted_enough: false,
  pen: null,
  conditions: [],
};

test("a text-back a minute after the call is allowed, and every rule says why", () => {
  const verdict = decide(ALLOWED);
  expect(verdict).toMatchObject({ verdict: "allowed", reason: "allowed", not_before: null });
  expect(verdict.rules.every((rule) => rule.passed && rule.sentence.length > 10)).toBe(true);
});

const REFUSALS: [string, Partial<GateFacts>][] = [
  ["reachable", { recipient: { ...ALLOWED.recipient, is_withheld: true } }],
  ["reachable", { recipient: { ...ALLOWED.recipient, is_ours: true } }],
  ["country", { recipient: { ...ALLOWED.recipient, country: "JM" } }],
  ["country", { recipient: { ...ALLOWED.recipient, country: null } }],
  ["textable", { recipient: { ...ALLOWED.recipient, line_type: "landline" } }],
  ["length", { body_length: 0 }],
  ["length", { body_length: 1601 }],
  ["opt_out", { opted_out_since: NOON }],
  ["do_not_contact", { do_not_contact: true }],
  ["exclusion", { is_excluded: true }],
  ["consent", { last_call_at: null }],
  ["consent", { class: "marketing", consents: ["implied", "express"] }],
  ["ownership", { pen: { held: 3, current: 4 } }],
  ["sender_registered", { sender: { ...ALLOWED.sender, is_registered: false } }],
  ["once_per_window", { earlier: { ...ALLOWED.earlier, same_asker: 1 } }],
  ["hourly_limit", { earlier: { ...ALLOWED.earlier, automated_last_hour: 20 } }],
  ["loop", { earlier: { ...ALLOWED.earlier, machine_exchanges: 6 } }],
  ["unprompted_limit", { unprompted_enough: true }],
  ["daily_cap", { sender: { ...ALLOWED.sender, sent_today: 2000 } }],
  ["still_due", { conditions: [{ name: "still_due", holds: false, sentence: "The invoice is paid." }] }],
];

test.each(REFUSALS)("the rule %s refuses %j", (reason, facts) => {
  expect(decide({ ...ALLOWED, ...facts })).toMatchObject({ verdict: "refused", reason });
});

describe("quiet hours", () => {
  const night = Temporal.Instant.from("2026-03-04T05:00:00Z");
  const atNight: GateFacts = { ...ALLOWED, now: night, expires_at: night.add({ minutes: 10 }), last_call_at: night };

  test("do not hold back the answer to a call of the same night", () => {
    expect(decide(atNight)).toMatchObject({ verdict: "allowed", not_before: null });
  });

  test("hold a reminder back until 8, if it is still worth sending then", () => {
    const reminder: GateFacts = { ...atNight, class: "transactional", last_call_at: night.subtract({ hours: 30 }) };
    expect(decide(reminder)).toMatchObject({ verdict: "refused", reason: "quiet_hours" });
    expect(decide({ ...reminder, expires_at: night.add({ hours: 14 }) })).toMatchObject({
      verdict: "allowed",
      reason: "deferred",
      not_before: Temporal.Instant.from("2026-03-04T14:00:00Z"),
    });
  });

  test("do not hold back an alert to the business's own people", () => {
    expect(decide({ ...atNight, class: "transactional", is_staff: true, last_call_at: null })).toMatchObject({
      verdict: "allowed",
      not_before: null,
    });
  });

  test("of the states bind what sells, also where the federal rule would let it pass", () => {
    const morning = Temporal.Instant.from("2026-03-03T14:30:00Z");
    const offer: GateFacts = {
      ...ALLOWED,
      now: morning,
      expires_at: morning.add({ hours: 4 }),
      class: "marketing",
      consents: ["express_written"],
    };
    expect(decide(offer).not_before).toEqual(Temporal.Instant.from("2026-03-03T15:00:00Z"));
    expect(decide({ ...offer, region: "NM" }).not_before).toBeNull();
  });
});

test("a person may write to an excluded number and to somebody who never called, a machine may not", () => {
  const byHand: GateFacts = { ...ALLOWED, requested_by: "person", is_excluded: true, last_call_at: null };
  expect(decide(byHand).verdict).toBe("allowed");
});

test("nobody writes to a person who opted out, save the one confirmation", () => {
  const optedOut = { ...ALLOWED, opted_out_since: NOON };
  expect(decide({ ...optedOut, requested_by: "person" }).reason).toBe("opt_out");
  expect(decide({ ...optedOut, confirms_opt_out: true }).verdict).toBe("allowed");
});

describe("for whatever facts", () => {
  const instants = fc.integer({ min: 0, max: 60 * 24 * 400 }).map((minutes) => NOON.add({ minutes }));
  const zones = fc.subarray(["America/New_York", "America/Denver", "Pacific/Honolulu"], { minLength: 1 });
  const facts: fc.Arbitrary<GateFacts> = fc
    .record({
      now: instants,
      class: fc.constantFrom(...MESSAGE_CLASSES),
      requested_by: fc.constantFrom("text_back", "ai", "person", "reminder"),
      confirms_opt_out: fc.boolean(),
      is_staff: fc.boolean(),
      body_length: fc.constantFrom(0, 1, 160, 1600, 1601),
      zones,
      region: fc.constantFrom("TX", "FL", null),
      opted_out_since: fc.constantFrom(null, NOON),
      do_not_contact: fc.boolean(),
      is_excluded: fc.boolean(),
      consents: fc.subarray(["implied", "express", "express_written"] as const),
      last_call_at: fc.option(instants),
      last_text_at: fc.option(instants),
      pen: fc.constantFrom(null, { held: 1, current: 1 }, { held: 1, current: 2 }, { held: 1, current: null }),
    })
    .map((drawn) => ({ ...ALLOWED, ...drawn, expires_at: drawn.now.add({ hours: 12 }) }));

  test("the gate is closed to everybody who opted out", () => {
    fc.assert(
      fc.property(facts, (drawn) => {
        const isClosed = drawn.opted_out_since !== null && !drawn.confirms_opt_out;
        expect(isClosed && decide(drawn).verdict === "allowed").toBe(false);
      }),
    );
  });

  test("the verdict is allowed exactly when every rule passed, and the reason is the first that did not", () => {
    fc.assert(
      fc.property(facts, (drawn) => {
        const { verdict, reason, rules } = decide(drawn);
        const refusal = rules.find((rule) => !rule.passed);
        expect(verdict === "allowed").toBe(refusal === undefined);
        if (refusal !== undefined) expect(reason).toBe(refusal.id);
      }),
    );
  });

  test("nothing that is allowed leaves in quiet hours or after it is of use", () => {
    fc.assert(
      fc.property(facts, (drawn) => {
        const { verdict, not_before } = decide(drawn);
        if (verdict === "refused") return;
        const leaves = not_before ?? drawn.now;
        expect(quietUntil({ ...drawn, now: leaves })).toBeNull();
        expect(Temporal.Instant.compare(leaves, drawn.expires_at)).toBeLessThan(0);
      }),
    );
  });

  test("more consent and a shorter history never close an open gate", () => {
    fc.assert(
      fc.property(facts, (drawn) => {
        if (decide(drawn).verdict === "refused") return;
        const kinder: GateFacts = {
          ...drawn,
          consents: ["implied", "express", "express_written"],
          do_not_contact: false,
        };
        expect(decide(kinder).verdict).toBe("allowed");
      }),
    );
  });
});
