import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { callsSummaryQuery, liveCallsQuery } from "../../api/calls.ts";
import { failureSentence } from "../../shell/query-client.ts";
import { Failure } from "../../ui/failure.tsx";
import { Bone, Skeleton } from "../../ui/skeleton.tsx";
import { LiveCallRow } from "./live-call-row.tsx";

const order = { ringing: 0, talking: 1, missed: 2 } as const;

/** Ringing, talking and just missed, each with who is calling before anyone picks up. */
export function LiveBoard() {
  const { t } = useTranslation("calls");
  const { data, error, isPending, refetch } = useQuery(liveCallsQuery);
  const calls = (data?.data ?? []).toSorted((one, other) => order[one.state] - order[other.state]);
  return (
    <section aria-label={t("now")} className="shrink-0 border-b px-4 py-3 md:px-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-base font-medium">{t("now")}</h2>
        <TodaySentence />
      </div>
      {error && <Failure onRetry={() => void refetch()}>{failureSentence(error)}</Failure>}
      {isPending && (
        <Skeleton className="py-2">
          <Bone className="h-4 w-56" />
        </Skeleton>
      )}
      {data && calls.length === 0 && <p className="py-1.5 text-base text-ink-soft">{t("quiet")}</p>}
      <ul aria-live="polite" className="mt-1 flex max-h-[40dvh] flex-col gap-1 overflow-y-auto">
        {calls.map((call) => (
          <li key={call.id} className="animate-rise">
            <LiveCallRow call={call} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Today: 23 calls, 9 missed, 8 texted, 3 booked." */
function TodaySentence() {
  const { t } = useTranslation("calls");
  const { data } = useQuery(callsSummaryQuery);
  if (!data) return null;
  return (
    <p className="tabular text-base text-ink-soft">
      {t("today", {
        count: data.today,
        missed: data.missed_today,
        texted: data.texted_today,
        booked: data.booked_today,
      })}
    </p>
  );
}
