import { useQuery } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { comparisonsQuery } from "../../api/calls.ts";
import { useNow, usePlace } from "../../ui/clock.tsx";
import { relativeTime } from "../../ui/format/time.ts";
import { type Peace, peaceOf } from "./peace.ts";

/** "41 calls at the carrier, 41 here, checked 2 min ago": nothing was lost, or how much was and that it is put right. */
export function PeaceLine() {
  const { t } = useTranslation("calls");
  const { data } = useQuery(comparisonsQuery);
  if (!data) return null;
  const peace = peaceOf(data);
  const error = data.find((comparison) => comparison.error !== null)?.error;
  if (peace === null) return <p className="text-base text-ink-soft">{error ?? t("notCompared")}</p>;
  return (
    <div className="min-w-0 text-base text-ink-soft">
      <Counts peace={peace} />
      {error != null && <p className="pl-5.5 text-missed">{error}</p>}
      {peace.lastRepairAt !== null && <Repairs peace={peace} at={peace.lastRepairAt} />}
    </div>
  );
}

function Counts({ peace }: { peace: Peace }) {
  const { t } = useTranslation("calls");
  const { locale } = usePlace();
  const now = useNow();
  const count = (number: number) => new Intl.NumberFormat(locale).format(number);
  const { hours, atCarrier, here, repairedCalls, undecided, checkedAt } = peace;
  const isWhole = atCarrier === here && undecided === 0;
  const Icon = isWhole ? ShieldCheck : ShieldAlert;
  const counts = { hours, carrier: count(atCarrier), here: count(here), repaired: count(repairedCalls) };
  return (
    <p className="tabular flex items-start gap-1.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isWhole ? "text-talking" : "text-missed"}`} />
      <span>
        {t("peace", { count: atCarrier, ...counts, undecided: count(undecided) })}
        {t("lastChecked", { ago: relativeTime(checkedAt, now, locale) })}
      </span>
    </p>
  );
}

function Repairs({ peace, at }: { peace: Peace; at: string }) {
  const { t } = useTranslation("calls");
  const { locale } = usePlace();
  const now = useNow();
  const calls = t("lostCalls", { count: peace.repairedCalls });
  const texts = t("lostTexts", { count: peace.repairedTexts });
  const both = peace.repairedCalls > 0 && peace.repairedTexts > 0;
  const what = both ? t("lostBoth", { calls, texts }) : peace.repairedCalls > 0 ? calls : texts;
  return <p className="pl-5.5">{t("repaired", { what, ago: relativeTime(at, now, locale) })}</p>;
}
