import { defineRefusal } from "#platform/http/problem.ts";

export const CONVERSATION_CLOSED = defineRefusal(
  "conversation_closed",
  409,
  "This conversation is closed. Start a new one with the same customer.",
);
export const ALREADY_OPEN = defineRefusal(
  "conversation_already_open",
  409,
  "There is a newer conversation with this customer. Continue there.",
);
export const BAD_PHONE = defineRefusal(
  "bad_phone",
  422,
  "This is not a phone number. Write it with its area code, such as (512) 555-0142.",
);
export const UNKNOWN_PERSON = defineRefusal("unknown_person", 422, "Nobody with this id works in this business.");
