/** Intents that words alone tell; the others follow from what else was found in the message. */
export type SpokenIntent =
  | "book"
  | "reschedule"
  | "cancel"
  | "ask_price"
  | "ask_hours"
  | "ask_area"
  | "ask_eta"
  | "ask_human"
  | "ask_bot"
  | "thanks"
  | "complaint"
  | "wrong_number"
  | "spam"
  /** Asks for a visit, unless the message asks something about it. */
  | "visit";

/** How one language says what it wants. */
export type IntentWords = {
  /** Covered before intents are looked for. */
  masks: readonly string[];
  spoken: Record<SpokenIntent, readonly string[]>;
  /** Words that open or make up a yes or a no. */
  yes: readonly string[];
  no: readonly string[];
  /** A yes or a no wherever it stands. */
  agreement: readonly string[];
  refusal: readonly string[];
  /** Who does the work: asking for one names no problem. */
  workers: readonly string[];
  /** What makes a thing a problem, when a trade's thing is named; and problems by themselves. */
  trouble: readonly string[];
  plight: readonly string[];
};
