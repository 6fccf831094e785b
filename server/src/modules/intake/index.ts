export { hookUrl } from "./hook-url.ts";
export { webhookLost } from "./reconciliation/alarm.ts";
export { type ListedTopic, listedTopics, type Standing } from "./reconciliation/listed-topics.ts";
export { type Comparison, reconcile } from "./reconciliation/reconcile.ts";
export { signalsLoss } from "./reconciliation/signals.ts";
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
