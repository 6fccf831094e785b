import type { RoutedNumber } from "#numbers";
import type { Ports } from "#platform/ports.ts";
import { defineQuestion } from "#platform/questions.ts";
import type { Scope } from "#platform/scope.ts";

/** Every address of ours that a carrier may post to. */
export const TOPICS = [
  "voice",
  "voice-fallback",
  "dial-result",
  "whisper",
  "whisper-result",
  "call-status",
  "leg-status",
  "sms",
  "sms-fallback",
  "sms-status",
  "carrier-alert",
] as const;

/** What we read in the carrier's lists: no address leads to these. */
export const LISTED_TOPICS = ["call-listed", "leg-listed", "sms-listed", "sms-status-listed"] as const;
export type ListedTopicName = (typeof LISTED_TOPICS)[number];

export type TopicName = (typeof TOPICS)[number] | ListedTopicName;

/** Whether this was read in a list of the carrier's, and not posted. */
export function isListed(topic: string): topic is ListedTopicName {
  return LISTED_TOPICS.some((listed) => listed === topic);
}

/** The form fields of a webhook, by their names at the carrier. Of a field that came twice, the first. */
export type WebhookParams = Readonly<Record<string, string>>;

/** A webhook that was verified and stored. */
export type StoredWebhook = {
  id: string;
  topic: TopicName;
  tenantId: string;
  number: { id: string; phoneNumber: string };
  params: WebhookParams;
  dedupeKey: string;
  receivedAt: Temporal.Instant;
};

/** What a module does with one kind of webhook. */
export type WebhookTopic = {
  provider: "twilio";
  topic: TopicName;
  /** Whether it is about the account as a whole: then it names no number of ours. */
  ofAccount?: true;
  /** What the webhook is about, a sid as a rule. Webhooks of one subject are received one at a time, in order. Null refuses it as malformed. */
  subjectOf(params: WebhookParams): string | null;
  /** Equal for two webhooks that say the same, and then only the first is received. */
  dedupeKeyOf(params: WebhookParams): string;
  /**
   * Turns webhooks of one subject, in the order of their arrival, into facts, once. Its transaction is the one that marks
   * them as processed. Topics that share this function are received together.
   */
  receive(scope: Scope, webhooks: readonly [StoredWebhook, ...StoredWebhook[]]): Promise<void>;
  /** The TwiML that the carrier waits for; without, the answer is empty. Asked again when the carrier repeats itself. */
  respond?(ports: Ports, webhook: StoredWebhook, number: RoutedNumber): Promise<string>;
};

/** Who receives what. */
export const webhookTopics = defineQuestion<WebhookTopic>("webhook topics");
