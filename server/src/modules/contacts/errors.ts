import { defineRefusal } from "#platform/http/problem.ts";

export const BAD_PHONE = defineRefusal(
  "bad_phone",
  422,
  "This is not a phone number. Write it with its area code, such as (512) 555-0142.",
);
export const PHONE_TAKEN = defineRefusal("phone_taken", 409, "Another contact already has this phone number.");
