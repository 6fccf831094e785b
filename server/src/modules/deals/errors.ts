import { defineRefusal } from "#platform/http/problem.ts";

export const LOST_NEEDS_REASON = defineRefusal("lost_needs_reason", 422, "Say in lost_reason why the lead was lost.");
