import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import type { Lead } from "../../api/types.ts";
import { LeadState, UrgencyMark } from "../../records/lead-state.tsx";
import { Who } from "../../records/who.tsx";
import { Money } from "../../ui/money.tsx";
import { Time } from "../../ui/time.tsx";

export function LeadRow({ lead, isOpen }: { lead: Lead; isOpen: boolean }) {
  const { t } = useTranslation("leads");
  return (
    <Link
      to="."
      search={(before) => ({ ...before, lead: lead.id })}
      replace
      className={clsx(
        "focus-inset grid h-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b px-4 transition-colors md:grid-cols-[minmax(0,1fr)_minmax(150px,auto)_96px_72px] md:px-5",
        isOpen ? "bg-surface-selected" : "hover:bg-surface-hover",
      )}
    >
      <span className="min-w-0">
        <span className="flex items-center gap-2">
          <Who name={lead.contact_name} phone={lead.customer_phone} className="truncate text-base font-medium" />
          <UrgencyMark urgency={lead.urgency_level} />
        </span>
        <span className="block truncate text-base text-ink-soft">
          {lead.problem_description ?? t("problemUnknown")}
        </span>
      </span>
      <span className="flex md:justify-start">
        <LeadState status={lead.status} />
      </span>
      <span className="text-right text-base max-md:hidden">
        {lead.estimated_value !== null && <Money amount={lead.estimated_value} currency={lead.currency} />}
      </span>
      <Time at={lead.created_at} shown="list" className="text-right text-small text-ink-faint max-md:hidden" />
    </Link>
  );
}
