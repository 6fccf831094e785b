import { expect, it } from "vitest";
import type { StoryEntry } from "../api/types.ts";
import { whatMatters } from "./story-detail.ts";

const step = (id: string, kind: StoryEntry["kind"], sentence: string, data: StoryEntry["data"] = {}): StoryEntry => ({
  id,
  at: "2026-11-21T11:42:00Z",
  kind,
  title: "",
  sentence,
  since_start_ms: 0,
  data,
});

it("tells each text once, and how it arrived", () => {
  const story = [
    step("call came in", "webhook", "A call came in.", { subject: "CA1" }),
    step("call began", "event", "A call began."),
    step("looked up", "job", "call.started: look up"),
    step("allowed", "decision", "allowed"),
    step("written", "message", "Hi"),
    step("handed", "send", "Hi", { body: "Hi" }),
    step("accepted", "send", "The text was accepted.", { message_sid: "SM1" }),
    step("queued", "delivery", "queued"),
    step("text report", "webhook", "A text changed state.", { subject: "SM1" }),
    step("delivered", "delivery", "delivered"),
  ];
  expect(whatMatters(story).map(({ id }) => id)).toEqual([
    "call came in",
    "allowed",
    "written",
    "accepted",
    "delivered",
  ]);
});
