import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { leadQuery } from "../../../api/leads.ts";
import { LeadState, UrgencyMark } from "../../../records/lead-state.tsx";
import { Money } from "../../../ui/money.tsx";
import { Bone, Skeleton } from "../../../ui/skeleton.tsx";

/** What they need, how urgent it is, what it may be worth. */
export function Job({ leadId }: { leadId: string }) {
  const { t } = useTranslation("inbox");
  const { data: lead } = useQuery(leadQuery(leadId));
  if (!lead) {
    return (
      <Skeleton className="flex flex-col gap-2">
        <Bone className="h-3 w-48" />
        <Bone className="h-5 w-20" />
      </Skeleton>
    );
  }
  return (
    <div className="flex flex-col gap-1.5 text-base">
      <p>{lead.problem_description ?? t("problemUnknown")}</p>
      <div className="flex flex-wrap items-center gap-2">
        <LeadState status={lead.status} />
        <UrgencyMark urgency={lead.urgency_level} />
        {lead.estimated_value !== null && <Money amount={lead.estimated_value} currency={lead.currency} />}
      </div>
      <Link to="/leads" search={{ lead: lead.id }} className="thumb self-start rounded-sm text-human hover:underline">
        {t("openLead")}
      </Link>
    </div>
  );
}
