import type { TopicName } from "./topics.ts";

/** The address at which the carrier reaches us about the number with this token. */
export function hookUrl(publicUrl: string, token: string, topic: TopicName): string {
  return `${publicUrl}/hooks/t/${token}/${topic}`;
}
