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
