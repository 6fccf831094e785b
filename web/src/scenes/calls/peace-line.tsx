import { useQuery } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { callsSummaryQuery } from "../../api/calls.ts";
import { useNow, usePlace } from "../../ui/clock.tsx";
import { relativeTime } from "../../ui/format/time.ts";

/** "1,284 calls at the carrier, 1,284 here, last checked 2 min ago": nothing was lost, or how much was. */
export function PeaceLine() {
  const { t } = useTranslation("calls");
  const { locale } = usePlace();
  const now = useNow();
  const { data } = useQuery(callsSummaryQuery);
  if (!data) return null;
  const count = (number: number) => new Intl.NumberFormat(locale).format(number);
  if (data.at_carrier === null)
    return <p className="text-base text-ink-soft">{t("carrierSilent", { here: count(data.here) })}</p>;
  const isWhole = data.at_carrier === data.here;
  const Icon = isWhole ? ShieldCheck : ShieldAlert;
  return (
    <p className="tabular flex items-center gap-1.5 text-base text-ink-soft">
      <Icon aria-hidden className={`size-4 shrink-0 ${isWhole ? "text-talking" : "text-missed"}`} />
      {t("peace", { count: data.at_carrier, carrier: count(data.at_carrier), here: count(data.here) })}
      {data.last_checked_at !== null && t("lastChecked", { ago: relativeTime(data.last_checked_at, now, locale) })}
    </p>
  );
}
