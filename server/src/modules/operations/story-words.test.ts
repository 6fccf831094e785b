import { expect, it } from "vitest";
import type { Fact } from "./story-sources.ts";
import { inWords } from "./story-words.ts";

const fact = (source: Fact["source"], name: string, data: Fact["data"]): Fact => ({
  id: "1",
  at: Temporal.Instant.from("2026-03-03T16:00:00Z"),
  source,
  name,
  data,
});

it.each([
  [
    fact("decision", "refused", {
      requested_by: "person",
      reason: "opt_out",
      rules: [{ id: "opt_out", passed: false, sentence: "This person wants no texts." }],
    }),
    "Asked by a person. This person wants no texts.",
  ],
  [
    fact("decision", "allowed", { requested_by: "visit_reminder", reason: "deferred", rules: [] }),
    "Asked by visit reminder. It waits for the end of the quiet hours.",
  ],
  [
    fact("decision", "allowed", { requested_by: "alert", reason: "allowed", rules: [] }),
    "Asked by the alarm for the owner.",
  ],
  [fact("text_back", "skipped", { reason: "landline" }), expect.stringMatching(/^[A-Z].*\.$/)],
])("a fact is told in sentences", (told, sentence) => {
  expect(inWords(told).sentence).toEqual(sentence);
});
