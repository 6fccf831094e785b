import { CalendarDays } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../api/types.ts";
import { AppointmentState } from "../../../records/appointment-state.tsx";
import { ArrivalWindow } from "../../../records/arrival-window.tsx";
import { Who } from "../../../records/who.tsx";
import { usePlace } from "../../../ui/clock.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { longDay } from "../../../ui/format/time.ts";
import { dayIn, noonOf } from "../days.ts";
import type { ShownDays } from "../use-shown-days.ts";

interface AgendaProps {
  shown: ShownDays;
  visits: readonly Appointment[];
  onOpen: (id: string) => void;
}

/** The same days as a list, on a phone. */
export function Agenda({ shown, visits, onOpen }: AgendaProps) {
  const { t } = useTranslation("calendar");
  const place = usePlace();
  const standing = visits.filter(({ status }) => status !== "cancelled");
  if (standing.length === 0) {
    return (
      <div className="min-h-0 flex-1 md:hidden">
        <EmptyState icon={CalendarDays} title={t("empty")}>
          {t("emptyMeans")}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto md:hidden">
      {shown.days.map((day) => {
        const ofDay = standing.filter(({ scheduled_start }) => dayIn(scheduled_start, place.zone) === day);
        if (ofDay.length === 0) return null;
        return (
          <section key={day} aria-label={longDay(noonOf(day, place.zone), place)}>
            {shown.isWeek && (
              <h3 className="sticky top-0 border-b bg-canvas px-4 py-1 text-small font-medium text-ink-soft">
                {longDay(noonOf(day, place.zone), place)}
              </h3>
            )}
            <ul>
              {ofDay.map((visit) => (
                <li key={visit.id} className="border-b">
                  <AgendaRow visit={visit} onOpen={() => onOpen(visit.id)} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function AgendaRow({ visit, onOpen }: { visit: Appointment; onOpen: () => void }) {
  return (
    <button type="button" onClick={onOpen} className="focus-inset flex w-full flex-col gap-0.5 px-4 py-3 text-left">
      <span className="flex w-full items-center justify-between gap-2">
        <ArrivalWindow visit={visit} hasDay={false} className="text-base text-ink-soft" />
        <AppointmentState status={visit.status} />
      </span>
      <Who name={visit.contact.name} phone={visit.contact.phone} className="text-reading font-semibold" />
      <span className="block text-base text-ink-soft first-letter:uppercase">
        {visit.service_type} · {visit.resource.name}
      </span>
      {visit.address && <span className="truncate text-base text-ink-faint">{visit.address}</span>}
    </button>
  );
}
