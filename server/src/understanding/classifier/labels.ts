import { type Hazard, hazards, type Intent, type Reply } from "../contract.ts";

/** Intents that lie in the words alone; the others follow from what was found: an address, a name, a time, a choice. */
export const spokenIntents = [
  "book",
  "reschedule",
  "cancel",
  "confirm",
  "deny",
  "ask_price",
  "ask_hours",
  "ask_area",
  "ask_eta",
  "ask_human",
  "ask_bot",
  "give_problem",
  "thanks",
  "complaint",
  "wrong_number",
  "spam",
] as const satisfies readonly Intent[];

/** Replies to a message about money that a classifier knows; `stop` is the opt-out's. */
export const spokenReplies = [
  "promise",
  "paid",
  "dispute",
  "cannot_pay",
  "wrong_person",
  "call_me",
  "question",
  "ack",
  "hostile",
  "other",
] as const satisfies readonly Reply[];

export type SpokenIntent = (typeof spokenIntents)[number];
export type SpokenReply = (typeof spokenReplies)[number];

/** Everything that is learned from examples; each label has a file of weights. */
export const labels = [
  "life",
  "urgent",
  "stop",
  ...hazards.map((hazard) => `hazard-${hazard}` as const),
  ...spokenIntents.map((intent) => `intent-${intent}` as const),
  ...spokenReplies.map((reply) => `reply-${reply}` as const),
] as const;

export type Label = "life" | "urgent" | "stop" | `hazard-${Hazard}` | `intent-${SpokenIntent}` | `reply-${SpokenReply}`;
