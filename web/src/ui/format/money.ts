/** "$1,284.00" of a decimal string; without cents when `whole`. */
export function money(amount: string, currency: string, locale: string, whole = false): string {
  const digits = whole ? 0 : 2;
  const options = {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const;
  return new Intl.NumberFormat(locale, options).format(Number(amount));
}

/** "$0.0079": what carriers charge is less than a cent. */
export function carrierPrice(amount: string, currency: string, locale: string): string {
  const options = { style: "currency", currency, minimumFractionDigits: 2, maximumFractionDigits: 4 } as const;
  return new Intl.NumberFormat(locale, options).format(Number(amount));
}
