import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { appointmentsQuery } from "../../../api/appointments.ts";
import { AppointmentState } from "../../../records/appointment-state.tsx";
import { useNow, usePlace } from "../../../ui/clock.tsx";
import { dayOf, shortDay } from "../../../ui/format/time.ts";
import { Bone, Skeleton } from "../../../ui/skeleton.tsx";

const YEARS_BACK_MS = 3 * 365 * 86_400_000;
const DAY_MS = 86_400_000;

/** Visits before today, the latest first. */
export function History({ contactId }: { contactId: string }) {
  const { t } = useTranslation("inbox");
  const now = useNow();
  const place = usePlace();
  const today = dayOf(now, place.zone);
  const [from, to] = useMemo(() => {
    const end = Date.parse(today);
    return [new Date(end - YEARS_BACK_MS).toISOString(), new Date(end + DAY_MS).toISOString()] as const;
  }, [today]);
  const { data } = useQuery(appointmentsQuery(from, to, contactId));
  if (!data) {
    return (
      <Skeleton>
        <Bone className="h-3 w-40" />
      </Skeleton>
    );
  }
  const past = data.data.filter((visit) => Date.parse(visit.scheduled_end) < now).toReversed();
  if (past.length === 0) return <p className="text-base text-ink-soft">{t("noHistory")}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {past.map((visit) => (
        <li key={visit.id} className="flex flex-col items-start gap-0.5 text-base">
          <Link
            to="/calendar"
            search={{ date: dayOf(visit.scheduled_start, place.zone), appointment: visit.id }}
            className="hover:underline"
          >
            {shortDay(visit.scheduled_start, place)} · {visit.service_type}
          </Link>
          <AppointmentState status={visit.status} />
        </li>
      ))}
    </ul>
  );
}
