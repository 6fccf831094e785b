import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CalendarDays, CalendarPlus, MessageSquare } from "lucide-react";
import { useTranslation } from "react-i18next";
import { leadQuery } from "../../api/leads.ts";
import type { Lead } from "../../api/types.ts";
import { LeadState, UrgencyMark } from "../../records/lead-state.tsx";
import { Who } from "../../records/who.tsx";
import { failureSentence } from "../../shell/query-client.ts";
import { useMay } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { Failure } from "../../ui/failure.tsx";
import { PhoneNumber } from "../../ui/phone-number.tsx";
import { Time } from "../../ui/time.tsx";
import { LeadForm } from "./lead-form.tsx";
import { LeadsSkeleton } from "./leads-skeleton.tsx";

/** One lead in detail, beside the list. */
export function LeadDrawer({ leadId, onClose }: { leadId: string | undefined; onClose: () => void }) {
  const { t } = useTranslation("leads");
  const { data: lead, error } = useQuery({ ...leadQuery(leadId ?? ""), enabled: leadId !== undefined });
  return (
    <Drawer
      isOpen={leadId !== undefined}
      onClose={onClose}
      title={lead ? <Who name={lead.contact_name} phone={lead.customer_phone} /> : t("lead")}
      actions={lead && <Ways lead={lead} />}
    >
      {error && <Failure>{failureSentence(error)}</Failure>}
      {!lead && !error && <LeadsSkeleton />}
      {lead && <Details lead={lead} />}
    </Drawer>
  );
}

function Details({ lead }: { lead: Lead }) {
  const { t } = useTranslation("leads");
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-2">
        <LeadState status={lead.status} />
        <UrgencyMark urgency={lead.urgency_level} />
        <span className="text-small text-ink-faint">
          {t("since")} <Time at={lead.created_at} shown="relative" />
        </span>
      </div>
      <p className="max-w-[75ch] text-reading">{lead.problem_description ?? t("problemUnknown")}</p>
      <dl className="grid grid-cols-[96px_1fr] gap-x-3 gap-y-1.5 text-base">
        {lead.customer_phone && (
          <>
            <dt className="text-ink-faint">{t("phone")}</dt>
            <dd>
              <a href={`tel:${lead.customer_phone}`} className="text-human hover:underline">
                <PhoneNumber phone={lead.customer_phone} />
              </a>
            </dd>
          </>
        )}
        {lead.job_type && (
          <>
            <dt className="text-ink-faint">{t("jobType")}</dt>
            <dd>{lead.job_type}</dd>
          </>
        )}
        {lead.address && (
          <>
            <dt className="text-ink-faint">{t("address")}</dt>
            <dd>
              {lead.address}
              {lead.zip && !lead.address.includes(lead.zip) && `, ${lead.zip}`}
            </dd>
          </>
        )}
      </dl>
      <LeadForm key={lead.updated_at} lead={lead} />
    </div>
  );
}

/** Where one goes from a lead: its conversation, its visit or a new one. */
function Ways({ lead }: { lead: Lead }) {
  const { t } = useTranslation("leads");
  const mayBook = useMay("appointments.manage");
  return (
    <>
      {lead.conversation_id && (
        <Button asChild>
          <Link to="/inbox/$conversationId" params={{ conversationId: lead.conversation_id }}>
            <MessageSquare aria-hidden />
            {t("conversation")}
          </Link>
        </Button>
      )}
      {lead.appointment_id ? (
        <Button asChild>
          <Link to="/calendar" search={{ appointment: lead.appointment_id }}>
            <CalendarDays aria-hidden />
            {t("visit")}
          </Link>
        </Button>
      ) : (
        mayBook && (
          <Button asChild look="primary">
            <Link to="/calendar" search={{ book: lead.contact_id }}>
              <CalendarPlus aria-hidden />
              {t("book")}
            </Link>
          </Button>
        )
      )}
    </>
  );
}
