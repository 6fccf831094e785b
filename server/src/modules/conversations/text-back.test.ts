import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideTextBack, type MissedCallFacts } from "./text-back.ts";

const NOON = Temporal.Instant.from("2026-03-03T18:00:00Z");

const ELIGIBLE: MissedCallFacts = {
  now: NOON,
  missed_at: NOON.subtract({ seconds: 2 }),
  customer_phone: "+15125550142",
  is_own_number: false,
  is_excluded: false,
  auto_response_enabled: true,
  max_age_minutes: 10,
  opted_out: false,
  do_not_contact: false,
  line_type: "unknown",
  sender_registered: true,
  spoken_since: false,
  written_since: false,
  within_window: null,
  opening: { kind: "open" },
};

test.each([
  [{ kind: "open" }, "open"],
  [{ kind: "after_hours" }, "after_hours"],
  [{ kind: "holiday", name: "Labor Day" }, "holiday"],
] as const)("an eligible missed call is texted in the words for %j", (opening, wording) => {
  expect(decideTextBack({ ...ELIGIBLE, opening })).toEqual({ outcome: "texted", reason: "missed_call", wording });
});

const OTHERWISE: [string, string, Partial<MissedCallFacts>][] = [
  ["task_created", "anonymous", { customer_phone: null }],
  ["task_created", "landline", { line_type: "landline" }],
  ["task_created", "landline", { line_type: "tollFree" }],
  ["task_created", "sender_unregistered", { sender_registered: false }],
  ["not_texted", "own_number", { is_own_number: true }],
  ["not_texted", "excluded", { is_excluded: true }],
  ["not_texted", "called_back", { spoken_since: true }],
  ["not_texted", "already_written", { written_since: true }],
  ["not_texted", "opted_out", { opted_out: true }],
  ["not_texted", "do_not_contact", { do_not_contact: true }],
  ["not_texted", "disabled", { auto_response_enabled: false }],
  ["not_texted", "already_texted", { within_window: "texted" }],
  ["not_texted", "already_a_task", { within_window: "task_created" }],
  ["not_texted", "too_old", { missed_at: NOON.subtract({ minutes: 11 }) }],
];

test.each(OTHERWISE)("%s, because %s: %j", (outcome, reason, facts) => {
  expect(decideTextBack({ ...ELIGIBLE, ...facts })).toEqual({ outcome, reason });
});

describe("for whatever facts", () => {
  const facts = fc
    .record({
      customer_phone: fc.constantFrom("+15125550142", null),
      missed_at: fc.integer({ min: 0, max: 20 }).map((minutes) => NOON.subtract({ minutes })),
      is_own_number: fc.boolean(),
      is_excluded: fc.boolean(),
      auto_response_enabled: fc.boolean(),
      opted_out: fc.boolean(),
      do_not_contact: fc.boolean(),
      line_type: fc.constantFrom("mobile", "voip", "landline", "unknown"),
      sender_registered: fc.boolean(),
      spoken_since: fc.boolean(),
      written_since: fc.boolean(),
      within_window: fc.constantFrom("texted", "task_created", null),
    })
    .map((drawn): MissedCallFacts => ({ ...ELIGIBLE, ...drawn }));

  test("who must not be texted is not, and everybody else is", () => {
    fc.assert(
      fc.property(facts, (drawn) => {
        const mayText =
          drawn.customer_phone !== null &&
          !drawn.is_own_number &&
          !drawn.is_excluded &&
          drawn.auto_response_enabled &&
          !drawn.opted_out &&
          !drawn.do_not_contact &&
          drawn.line_type !== "landline" &&
          drawn.sender_registered &&
          !drawn.spoken_since &&
          !drawn.written_since &&
          drawn.within_window === null &&
          drawn.missed_at.add({ minutes: 10 }).epochMilliseconds >= NOON.epochMilliseconds;
        expect(decideTextBack(drawn).outcome === "texted").toBe(mayText);
      }),
      { numRuns: 1000 },
    );
  });
});
