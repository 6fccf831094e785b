import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { PhoneIncoming } from "lucide-react";
import { useTranslation } from "react-i18next";
import { callsQuery } from "../../api/calls.ts";
import { failureSentence } from "../../shell/query-client.ts";
import { useMoving } from "../../shell/shortcuts/use-moving.ts";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Failure } from "../../ui/failure.tsx";
import { VirtualList } from "../../ui/virtual-list.tsx";
import { CallRow } from "./call-row.tsx";
import { LedgerSkeleton } from "./ledger-skeleton.tsx";

const ROW_PX = 56;
const shows = ["all", "missed", "answered"] as const;
const missedOf = { all: undefined, missed: true, answered: false } as const;

/** Every call, newest first. */
export function Ledger() {
  const { t } = useTranslation("calls");
  const navigate = useNavigate();
  const { callId } = useParams({ strict: false });
  const show = useSearch({ from: "/inside/calls" }).show ?? "all";
  const ledger = useInfiniteQuery(callsQuery(missedOf[show]));
  const rows = ledger.data ?? [];
  useMoving(rows, callId, (id) => void navigate({ to: "/calls/$callId", params: { callId: id }, search: true }));
  return (
    <section aria-label={t("ledger")} className="@container flex min-h-0 flex-1 flex-col">
      <div className="shrink-0 border-b px-4 py-2 md:px-5">
        <Choice
          label={t("show")}
          value={show}
          options={shows.map((one) => ({ value: one, label: t(`show_${one}`) }))}
          onChange={(one) =>
            void navigate({ to: ".", search: { show: one === "all" ? undefined : one }, replace: true })
          }
        />
      </div>
      {ledger.isPending && <LedgerSkeleton />}
      {ledger.isError && <Failure onRetry={() => void ledger.refetch()}>{failureSentence(ledger.error)}</Failure>}
      {ledger.data?.length === 0 && (
        <EmptyState icon={PhoneIncoming} title={t(`empty_${show}`)}>
          {t("emptyMeans")}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <VirtualList
          label={t("ledger")}
          rows={rows}
          rowPx={ROW_PX}
          keyOf={(row) => row.id}
          hasMore={ledger.hasNextPage}
          onMore={() => void ledger.fetchNextPage()}
        >
          {(row) => <CallRow call={row} isOpen={row.id === callId} />}
        </VirtualList>
      )}
    </section>
  );
}
