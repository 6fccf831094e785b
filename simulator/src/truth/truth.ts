import type { Message } from "../messaging/message.ts";
import type { Call } from "../voice/call.ts";
import type { Recording } from "../voice/recording.ts";
import type { Alert, WebhookAttempt } from "../webhooks/webhook.ts";
import type { World } from "../world.ts";
import type { WorldEvent } from "./feed.ts";

/** What really happened, oldest first, as far as it is kept. */
export interface Truth {
  calls(): Call[];
  messages(): Message[];
  recordings(): Recording[];
  /** Every attempt to bring an event to the server, those that were lost included. */
  webhooks(): WebhookAttempt[];
  /** What the carrier found wrong with the server: its debugger. */
  alerts(): Alert[];
  /** Everything that happened after the event with this id. */
  events(afterId?: number): WorldEvent[];
}

export const createTruth = ({ ledger, feed }: World): Truth => ({
  calls: ledger.calls.all,
  messages: ledger.messages.all,
  recordings: ledger.recordings.all,
  webhooks: ledger.webhooks.all,
  alerts: ledger.alerts.all,
  events: (afterId = 0) => feed.since(afterId),
});
