import { defineRefusal } from "#platform/http/problem.ts";

export const LOST_NEEDS_REASON = defineRefusal("lost_needs_reason", 422, "Say in lost_reason why the lead was lost.");
export const ANOTHER_OPEN_LEAD = defineRefusal(
  "another_open_lead",
  409,
  "The conversation has another open lead. Close that one first, or go on with it.",
);
