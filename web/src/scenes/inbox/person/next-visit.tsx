import { Link } from "@tanstack/react-router";
import { CalendarPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../../../api/types.ts";
import { AppointmentState } from "../../../records/appointment-state.tsx";
import { ArrivalWindow } from "../../../records/arrival-window.tsx";
import { useMay } from "../../../shell/session.ts";
import { Button } from "../../../ui/button.tsx";
import { usePlace } from "../../../ui/clock.tsx";
import { dayOf } from "../../../ui/format/time.ts";

interface NextVisitProps {
  appointment: Conversation["next_appointment"];
  conversation: Conversation;
}

/** The next visit, or the way to book one. */
export function NextVisit({ appointment, conversation }: NextVisitProps) {
  const { t } = useTranslation("inbox");
  const { zone } = usePlace();
  const mayBook = useMay("appointments.manage");
  if (appointment) {
    return (
      <Link
        to="/calendar"
        search={{ date: dayOf(appointment.scheduled_start, zone), appointment: appointment.id }}
        className="flex flex-col items-start gap-1 rounded-lg border p-3 hover:bg-surface-hover"
      >
        <ArrivalWindow visit={appointment} className="text-reading leading-5 font-semibold" />
        <span className="text-base text-ink-soft">{appointment.service_type}</span>
        <AppointmentState status={appointment.status} />
      </Link>
    );
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-base text-ink-soft">{t("noVisit")}</p>
      {mayBook && conversation.contact_id !== null && (
        <Button asChild>
          <Link to="/calendar" search={{ book: conversation.contact_id }}>
            <CalendarPlus aria-hidden />
            {t("bookVisit")}
          </Link>
        </Button>
      )}
    </div>
  );
}
