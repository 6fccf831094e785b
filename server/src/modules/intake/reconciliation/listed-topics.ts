import { defineQuestion } from "#platform/questions.ts";
import type { Scope } from "#platform/scope.ts";
import type { ListedTopicName, WebhookParams } from "../topics.ts";

/**
 * How a row of the carrier's list stands to what its owner has. held: nothing is new; missing: never heard of; behind: the
 * carrier knows more, which a webhook should have told; completed: what no webhook tells is new, such as the price;
 * foreign: none of ours.
 */
export type Standing = {
  kind: "held" | "missing" | "behind" | "completed" | "foreign";
  /** Its end is known, but not what to make of it. */
  isOpen?: boolean;
  /** The number of ours that it concerns, where the row itself does not tell. */
  phoneNumberId?: string | null;
};

/** What the owner of a listed topic knows of its rows. */
export type ListedTopic = {
  topic: ListedTopicName;
  /** The sid that a row is about. */
  sidOf(row: WebhookParams): string;
  /** Compares rows with our records, in one query. A sid that is not answered is missing. */
  compare(scope: Scope, rows: readonly WebhookParams[]): Promise<ReadonlyMap<string, Standing>>;
};

/** Who compares what. */
export const listedTopics = defineQuestion<ListedTopic>("listed topics");
