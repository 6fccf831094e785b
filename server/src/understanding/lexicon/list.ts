/** A list of words, folded, separated by spaces. */
export const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
