/** Ends a sentence; one that ends in "p.m." has its full stop already. */
export function endSentence(words: string): string {
  return words.endsWith(".") ? words : `${words}.`;
}
