export { hookUrl } from "./hook-url.ts";
export { isMoreStored } from "./queries.ts";
export { storyId } from "./story.ts";
export {
  type StoredWebhook,
  TOPICS,
  type TopicName,
  type WebhookParams,
  type WebhookTopic,
  webhookTopics,
} from "./topics.ts";
