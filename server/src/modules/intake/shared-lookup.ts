/**
 * Lets whoever asks for a key while its answer is on the way share that answer. Nothing is remembered: a crowd costs one
 * look-up at a time, and an answer is never older than the question before.
 */
export function shareLookups<Answer>(look: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const underWay = new Map<string, Promise<Answer>>();
  return (key) => {
    const shared = underWay.get(key);
    if (shared !== undefined) return shared;
    const answer = look(key).finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  };
}
