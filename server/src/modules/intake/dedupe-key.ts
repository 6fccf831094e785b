import { createHash } from "node:crypto";
import type { WebhookParams, WebhookTopic } from "./topics.ts";

/** Several times what our keys have. An entry of an index has room for 2,704 bytes (PostgreSQL: "B-Tree Indexes"). */
const LONGEST_KEY = 300;

/** The topic's dedupe key, or what stands for one that nobody could look up: the carrier's words may be of any length. */
export function dedupeKeyOf(topic: WebhookTopic, params: WebhookParams): string {
  const key = topic.dedupeKeyOf(params);
  return key.length <= LONGEST_KEY ? key : `sha256:${createHash("sha256").update(key).digest("hex")}`;
}
