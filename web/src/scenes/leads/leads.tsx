import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { leadStatuses, leadsQuery } from "../../api/leads.ts";
import { PageHeader } from "../../shell/frame/page-header.tsx";
import { SearchField } from "../../shell/frame/search-field.tsx";
import { failureSentence } from "../../shell/query-client.ts";
import { useMoving } from "../../shell/shortcuts/use-moving.ts";
import { Choice } from "../../ui/choice.tsx";
import { Failure } from "../../ui/failure.tsx";
import { VirtualList } from "../../ui/virtual-list.tsx";
import { LeadDrawer } from "./lead-drawer.tsx";
import { LeadRow } from "./lead-row.tsx";
import { LeadsSkeleton } from "./leads-skeleton.tsx";
import { NoLeads } from "./no-leads.tsx";

const ROW_PX = 64;
const filters = ["all", ...leadStatuses] as const;

/** Who needs something done, and how far it has come. */
export function Leads() {
  const { t } = useTranslation(["leads", "records"]);
  const navigate = useNavigate();
  const { status, q = "", lead } = useSearch({ from: "/inside/leads" });
  const leads = useInfiniteQuery(leadsQuery({ status, q }));
  const rows = leads.data ?? [];
  const change = (next: { status?: typeof status; q?: string; lead?: string }) =>
    void navigate({ to: ".", search: { status, q: q || undefined, lead, ...next }, replace: true });
  useMoving(rows, lead, (id) => change({ lead: id }));
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex shrink-0 flex-wrap gap-2 border-b px-4 py-2 md:px-5">
        <div className="flex w-full md:w-64">
          <SearchField
            label={t("search")}
            placeholder={t("searchHint")}
            value={q}
            onChange={(words) => change({ q: words || undefined })}
          />
        </div>
        <Choice
          label={t("show")}
          value={status ?? "all"}
          options={filters.map((one) => ({ value: one, label: one === "all" ? t("all") : t(`records:lead_${one}`) }))}
          onChange={(one) => change({ status: one === "all" ? undefined : one })}
        />
      </div>
      {leads.isPending && <LeadsSkeleton />}
      {leads.isError && <Failure onRetry={() => void leads.refetch()}>{failureSentence(leads.error)}</Failure>}
      {leads.data?.length === 0 && <NoLeads isFiltered={status !== undefined || q !== ""} />}
      {rows.length > 0 && (
        <VirtualList
          label={t("title")}
          rows={rows}
          rowPx={ROW_PX}
          keyOf={(row) => row.id}
          hasMore={leads.hasNextPage}
          onMore={() => void leads.fetchNextPage()}
        >
          {(row) => <LeadRow lead={row} isOpen={row.id === lead} />}
        </VirtualList>
      )}
      <LeadDrawer leadId={lead} onClose={() => change({ lead: undefined })} />
    </>
  );
}
