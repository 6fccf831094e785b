import { Link } from "@tanstack/react-router";
import { Bot, MessageSquare, User } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../api/types.ts";
import { AppointmentState } from "../../../records/appointment-state.tsx";
import { ArrivalWindow } from "../../../records/arrival-window.tsx";
import { Badge } from "../../../ui/badge.tsx";
import { usePlace } from "../../../ui/clock.tsx";
import { money } from "../../../ui/format/money.ts";
import { clockTime, fullTime } from "../../../ui/format/time.ts";
import { PhoneNumber } from "../../../ui/phone-number.tsx";

/** When, what, where, who, for how much, and who booked it. */
export function VisitFacts({ visit }: { visit: Appointment }) {
  const { t } = useTranslation("calendar");
  const place = usePlace(visit.timezone);
  const cost = useCost(visit);
  const facts = [
    { name: t("at"), value: `${clockTime(visit.scheduled_start, place)} – ${clockTime(visit.scheduled_end, place)}` },
    { name: t("technician"), value: visit.resource.name },
    { name: t("address"), value: visit.address },
    { name: t("estimate"), value: cost },
    { name: t("confirmed"), value: visit.confirmed_at && fullTime(visit.confirmed_at, place) },
    { name: t("reminded"), value: visit.reminder_sent_at && fullTime(visit.reminder_sent_at, place) },
    { name: t("cancelledBecause"), value: visit.cancellation_reason },
  ].filter(({ value }) => value);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <ArrivalWindow visit={visit} className="text-title font-semibold" />
        <p className="text-reading first-letter:uppercase">{visit.service_type}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <AppointmentState status={visit.status} />
        {visit.booked_by === "ai" ? (
          <Badge tone="automated" icon={Bot}>
            {t("bookedByAi")}
          </Badge>
        ) : (
          <Badge icon={User}>{t(`bookedBy_${visit.booked_by}`)}</Badge>
        )}
      </div>
      {visit.problem_description && <p className="max-w-[75ch] text-reading">{visit.problem_description}</p>}
      <dl className="tabular grid grid-cols-[96px_1fr] gap-x-3 gap-y-1.5 text-base">
        {visit.contact.phone && (
          <>
            <dt className="text-ink-faint">{t("phone")}</dt>
            <dd>
              <a href={`tel:${visit.contact.phone}`} className="text-human hover:underline">
                <PhoneNumber phone={visit.contact.phone} />
              </a>
            </dd>
          </>
        )}
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-ink-faint">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {visit.conversation_id && (
        <Link
          to="/inbox/$conversationId"
          params={{ conversationId: visit.conversation_id }}
          className="flex items-center gap-2 self-start text-base text-human hover:underline"
        >
          <MessageSquare aria-hidden className="size-4" />
          {t("openConversation")}
        </Link>
      )}
    </div>
  );
}

/** "$150 – $300", or one amount when both ends are equal. */
function useCost({ estimated_cost_min: min, estimated_cost_max: max, currency }: Appointment): string | null {
  const { locale } = usePlace();
  if (min === null || max === null) return null;
  const show = (amount: string) => money(amount, currency, locale, true);
  return Number(min) === Number(max) ? show(min) : `${show(min)} – ${show(max)}`;
}
