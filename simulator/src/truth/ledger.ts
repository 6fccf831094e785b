import type { Message } from "../messaging/message.ts";
import type { Call } from "../voice/call.ts";
import type { Recording } from "../voice/recording.ts";
import type { Alert, WebhookAttempt } from "../webhooks/webhook.ts";
import { createShelf, type Shelf } from "./shelf.ts";

/** What really happened, whatever the webhooks said. */
export interface Ledger {
  calls: Shelf<Call>;
  messages: Shelf<Message>;
  recordings: Shelf<Recording>;
  webhooks: Shelf<WebhookAttempt>;
  alerts: Shelf<Alert>;
}

/** Keeps the newest `keep` records of each kind. */
export const createLedger = (keep: number): Ledger => ({
  calls: createShelf(keep, (call) => [call.accountSid, `${call.accountSid}/to/${call.to}`]),
  messages: createShelf(keep, (message) => [message.accountSid, `${message.accountSid}/to/${message.to}`]),
  recordings: createShelf(keep, (recording) => [recording.accountSid]),
  webhooks: createShelf(keep, (webhook) => [webhook.resourceSid]),
  alerts: createShelf(keep),
});
