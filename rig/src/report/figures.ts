import type { Summary } from "../statistics.ts";

/** A median with the lowest and highest of its rounds: "12,300 (11,900 to 12,800)". */
export function withSpread(summary: Summary): string {
  return `${figure(summary.median)} (${figure(summary.lowest)} to ${figure(summary.highest)})`;
}

/** Three digits that mean something, and all those before the decimal point: 12,345; 123; 12.3; 0.123. */
export function figure(value: number): string {
  const digits = value >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 };
  return new Intl.NumberFormat("en-US", digits).format(value);
}

/** A line of what was aimed at: the ratio, the aim in words, and whether the middle value reaches it. */
export function aim(name: string, ratio: Summary, words: string, isReached: (median: number) => boolean): string[] {
  return [name, withSpread(ratio), words, isReached(ratio.median) ? "yes" : "no"];
}
