/** Ways of ending, resuming and asking about text messages. */
export type OptOutWords = {
  /** Enough as a whole message, whatever its case, punctuation, emoji and courtesy. */
  stop: readonly string[];
  start: readonly string[];
  help: readonly string[];
  /** Among those of `stop`, words that mean the visit as soon as they come with courtesy. */
  ambiguous: readonly string[];
  /** Enough as one clause of a longer message. */
  stopClause: readonly string[];
  /** Sentences whose sense is the end, or the resumption, of the messages. */
  stopSense: readonly string[];
  startSense: readonly string[];
  /** What looks like the end of messages and is not; covered first. */
  masks: readonly string[];
  /** Words of courtesy and emphasis that change nothing. */
  courtesy: readonly string[];
};
