export { hookUrl } from "./hook-url.ts";
export { type ReceivedAgain, receiveAgain } from "./receive-again.ts";
export { type KeptWebhook, selectKept } from "./stored.ts";
export { storyId } from "./story.ts";
export {
  type StoredWebhook,
  TOPICS,
  type TopicName,
  type WebhookParams,
  type WebhookTopic,
  webhookTopics,
} from "./topics.ts";
