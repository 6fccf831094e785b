import { useTranslation } from "react-i18next";
import { usePlace } from "../../../ui/clock.tsx";
import { money } from "../../../ui/format/money.ts";
import type { RatesDraft } from "./rates-section.tsx";

const HOURS = 2;
const MILES = 8;

/** What a job of two hours, eight miles away, comes to: the greater of minimum and work, times the factor, plus travel. */
export function RatesExample({ rates, currency }: { rates: RatesDraft; currency: string }) {
  const { t } = useTranslation("settings");
  const { locale } = usePlace();
  const work = Math.max(Number(rates.minimum_charge), Number(rates.base_hourly_rate) * HOURS);
  const travel = rates.travel_fee_enabled ? Number(rates.travel_fee_per_mile) * MILES : 0;
  const show = (amount: number) => money(String(amount), currency, locale);
  const cases = [
    { name: t("inHours"), factor: 1 },
    { name: t("evening"), factor: Number(rates.emergency_multiplier_evening) },
    { name: t("night"), factor: Number(rates.emergency_multiplier_night) },
    { name: t("weekend"), factor: Number(rates.emergency_multiplier_weekend) },
  ];
  return (
    <table className="w-full text-base">
      <caption className="pb-2 text-left text-small font-medium text-ink-faint">
        {t("exampleJob", { hours: HOURS, miles: MILES })}
      </caption>
      <tbody>
        {cases.map(({ name, factor }) => (
          <tr key={name} className="border-t">
            <th scope="row" className="py-1.5 text-left font-normal text-ink-soft">
              {name}
              {factor !== 1 && <span className="text-ink-faint"> × {factor}</span>}
            </th>
            <td className="py-1.5 text-right font-medium">
              {Number.isFinite(work * factor) ? show(work * factor + travel) : "–"}
            </td>
          </tr>
        ))}
        <tr className="border-t">
          <th scope="row" className="py-1.5 text-left font-normal text-ink-soft">
            {t("onlyLooking")}
          </th>
          <td className="py-1.5 text-right font-medium">{show(Number(rates.diagnostic_fee) || 0)}</td>
        </tr>
      </tbody>
    </table>
  );
}
