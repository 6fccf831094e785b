import { useTranslation } from "react-i18next";
import type { Story } from "../../api/types.ts";
import { usePlace } from "../../ui/clock.tsx";
import { carrierPrice } from "../../ui/format/money.ts";

/** What the carrier charged for the call, the phones that it rang and its texts, as far as it has told. */
export function Costs({ costs }: { costs: Story["costs"] }) {
  const { t } = useTranslation("calls");
  const { locale } = usePlace();
  const shown = (amount: string) => carrierPrice(amount, costs.currency ?? "USD", locale);
  const parts = [
    costs.call === null ? t("callUnpriced") : t("callCost", { cost: shown(costs.call) }),
    ...(costs.legs === null ? [] : [t("legsCost", { cost: shown(costs.legs) })]),
    ...(costs.texts === null ? [] : [t("textsCost", { cost: shown(costs.texts) })]),
    ...(costs.total === null ? [] : [t("totalCost", { cost: shown(costs.total) })]),
    ...(costs.unpriced_legs === 0 ? [] : [t("legsUnpriced", { count: costs.unpriced_legs })]),
    ...(costs.unpriced_texts === 0 ? [] : [t("textsUnpriced", { count: costs.unpriced_texts })]),
  ];
  return <p className="tabular mb-4 text-small text-ink-faint">{parts.join(" · ")}</p>;
}
