/** Does all of `work`, at most `most` at a time, in the given order. */
export async function inParallel(work: readonly (() => Promise<void>)[], most: number): Promise<void> {
  const waiting = [...work];
  const takeUntilNoneIsLeft = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: most }, takeUntilNoneIsLeft));
}
