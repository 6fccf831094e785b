import type { Intent, Trade, Understanding } from "#understanding";

/** A customer's message, or the burst of messages that is answered at once; `trade` is the business's. */
export type Heard = { text: string; photos: number; trade: Trade | null; understanding: Understanding };

export function says({ understanding }: Heard, ...intents: readonly Intent[]): boolean {
  return intents.some((intent) => understanding.intents.includes(intent));
}

/** Whether the message says these things and nothing else. */
export function onlySays({ understanding }: Heard, ...intents: readonly Intent[]): boolean {
  return understanding.intents.length > 0 && understanding.intents.every((intent) => intents.includes(intent));
}

/** Whether the message says when: hours mentioned in a question or a complaint are no wish. */
export function saysWhen(heard: Heard): boolean {
  return says(heard, "give_time");
}

/** Nothing that cannot be undone follows from a doubtful reading: only the facts in it are kept, which are read back. */
export function withoutDoubts(heard: Heard, threshold: number): Heard {
  const { understanding } = heard;
  if (understanding.confidence >= threshold) return heard;
  const intents = understanding.intents.filter((intent) => intent.startsWith("give_"));
  return { ...heard, understanding: { ...understanding, intents: intents.length > 0 ? intents : ["other"] } };
}
