import { defineRefusal } from "#platform/http/problem.ts";

export const BAD_PHONE = defineRefusal("bad_phone", 422, "This is not a phone number. Write it as (512) 555-0142.");
