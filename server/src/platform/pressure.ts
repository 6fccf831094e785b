/** Whether more webhooks come in than can be written down. Then everything else steps back: they are kept first. */
export type Pressure = {
  isHigh(): boolean;
  /** Declared by whoever knows. */
  watch(isHigh: () => boolean): void;
};

export function createPressure(): Pressure {
  const watched: (() => boolean)[] = [];
  return {
    isHigh: () => watched.some((isHigh) => isHigh()),
    watch: (isHigh) => void watched.push(isHigh),
  };
}
