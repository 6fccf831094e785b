const PATIENCE_MS = 2000;

/** Says a sentence if the work takes longer than two seconds. Returns what ends the watch. */
export function announceIfSlow(say: (sentence: string) => void, sentence: string): () => void {
  const timer = setTimeout(() => say(sentence), PATIENCE_MS);
  return () => clearTimeout(timer);
}
