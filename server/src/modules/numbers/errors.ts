import { defineRefusal } from "#platform/http/problem.ts";

export const NO_CARRIER_ACCOUNT = defineRefusal(
  "no_carrier_account",
  409,
  "This business has no active account at the carrier.",
);
export const NUMBER_TAKEN = defineRefusal("number_taken", 409, "This number belongs to somebody else. Choose another.");
export const NUMBER_REFUSED = defineRefusal("number_refused", 422, "The carrier does not sell this number.");
export const CARRIER_AWAY = defineRefusal(
  "carrier_away",
  503,
  "The carrier does not answer. Try again in a minute: nothing is bought twice.",
);
export const RINGS_ITSELF = defineRefusal(
  "rings_itself",
  422,
  "A call to this number cannot ring one of the business's own numbers: it would go round in circles.",
);
