import { defineRefusal } from "#platform/http/problem.ts";

export const SLOT_TAKEN = defineRefusal(
  "slot_taken",
  409,
  "Somebody already has a job at this time. Choose another time.",
);
export const DAY_FULL = defineRefusal("day_full", 409, "This day already has as many jobs as the settings allow.");
export const NOT_IN_FUTURE = defineRefusal("time_has_passed", 422, "This time has passed. Choose a later one.");
export const ALREADY_OVER = defineRefusal(
  "appointment_is_over",
  409,
  "This appointment is completed or cancelled and cannot be changed.",
);
export const UNKNOWN_REFERENCE = defineRefusal("unknown_reference", 422, "A field names something that is not here.");
