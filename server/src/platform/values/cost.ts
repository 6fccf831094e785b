const DECIMAL = /^([-+]?)(\d{1,6})(?:\.(\d+))?$/;

/**
 * A carrier's amount as the columns for costs keep it, `numeric(10, 4)`: four decimals, rounded half away from zero. Null
 * for anything that is no such number.
 */
export function readCost(amount: string): string | null {
  const [, sign, whole, fraction = ""] = DECIMAL.exec(amount) ?? [];
  if (whole === undefined) return null;
  const hundredThousandths = BigInt(whole + fraction.padEnd(5, "0").slice(0, 5));
  const tenThousandths = ((hundredThousandths + 5n) / 10n).toString().padStart(5, "0");
  const isNegative = sign === "-" && /[1-9]/.test(tenThousandths);
  return `${isNegative ? "-" : ""}${tenThousandths.slice(0, -4)}.${tenThousandths.slice(-4)}`;
}
