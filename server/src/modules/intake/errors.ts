import { defineRefusal } from "#platform/http/problem.ts";

export const UNKNOWN_HOOK = defineRefusal("unknown_hook", 404, "No number of ours has this webhook address.");
export const UNSIGNED = defineRefusal("unsigned_webhook", 403, "The header X-Twilio-Signature is missing.");
export const BAD_SIGNATURE = defineRefusal(
  "bad_signature",
  403,
  "The signature does not fit this request. Check that PUBLIC_URL is the address the carrier posts to, and the account's auth token.",
);
export const WRONG_ACCOUNT = defineRefusal(
  "wrong_account",
  403,
  "This webhook is of another account or number than its address.",
);
export const MALFORMED_WEBHOOK = defineRefusal(
  "malformed_webhook",
  400,
  "The webhook cannot be read: a form with the carrier's fields is expected.",
);
export const DATABASE_AWAY = defineRefusal(
  "database_away",
  503,
  "The database does not answer. Nothing was taken in: send it again.",
);
export const NOT_READY = defineRefusal(
  "not_ready",
  503,
  "This server does not know its own address yet. Send it again.",
);
export const FULL = defineRefusal("full", 503, "More webhooks wait than this server can hold. Send it again.");
export const UNSETTLED = defineRefusal("unsettled", 503, "The number kept changing meanwhile. Send it again.");
