import { money } from "./format/money.ts";
import { useUiLanguage } from "./language.tsx";

interface MoneyProps {
  /** A decimal string, as the server sends it. */
  amount: string;
  currency: string;
  className?: string;
}

/** An amount with its cents, in figures that align. */
export function Money({ amount, currency, className = "" }: MoneyProps) {
  const { locale } = useUiLanguage();
  return <span className={`tabular ${className}`}>{money(amount, currency, locale)}</span>;
}
