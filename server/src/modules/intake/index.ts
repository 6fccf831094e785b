export { hookUrl } from "./hook-url.ts";
export { occurredAt } from "./occurred-at.ts";
export { findUnreadText, isMoreStored } from "./queries.ts";
export { type ReceivedAgain, receiveAgain } from "./receive-again.ts";
export { type ListedTopic, listedTopics, type Standing } from "./reconciliation/listed-topics.ts";
export { type Comparison, reconcile } from "./reconciliation/reconcile.ts";
export type { ComparisonResponse } from "./reconciliation/schema.ts";
export { showComparisons } from "./reconciliation/show.ts";
export { signalsLoss } from "./reconciliation/signals.ts";
export { type KeptWebhook, selectKept } from "./stored.ts";
export { storyId } from "./story.ts";
export {
  isListed,
  type StoredWebhook,
  TOPICS,
  type TopicName,
  type WebhookParams,
  type WebhookTopic,
  webhookTopics,
} from "./topics.ts";
