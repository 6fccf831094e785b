import { Link } from "@tanstack/react-router";
import { CalendarDays, CircleDot } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TimelineItem } from "../../../api/types.ts";
import { AppointmentState } from "../../../records/appointment-state.tsx";
import { CallState } from "../../../records/call-state.tsx";
import { MissedReason } from "../../../records/missed-reason.tsx";
import { usePlace } from "../../../ui/clock.tsx";
import { callDuration, clockTime, dayOf, shortDay } from "../../../ui/format/time.ts";
import { Time } from "../../../ui/time.tsx";

type Happened = Extract<TimelineItem, { kind: "call" | "appointment" | "event" }>;

/** A call, a visit or an event between the texts. */
export function Happening({ item }: { item: Happened }) {
  if (item.kind === "call") return <CallLine call={item} />;
  if (item.kind === "appointment") return <VisitLine visit={item} />;
  return (
    <Line at={item.at}>
      <CircleDot aria-hidden className="size-3.5 shrink-0" />
      <span>{item.sentence}</span>
    </Line>
  );
}

function CallLine({ call }: { call: Extract<Happened, { kind: "call" }> }) {
  const { t } = useTranslation("inbox");
  return (
    <Line at={call.at}>
      <CallState call={call} />
      {call.missed && call.missed_reason && <MissedReason reason={call.missed_reason} />}
      {call.duration_seconds !== null && call.duration_seconds > 0 && !call.missed && (
        <span className="tabular">{callDuration(call.duration_seconds)}</span>
      )}
      <Link to="/calls/$callId" params={{ callId: call.id }} className="thumb rounded-sm text-human hover:underline">
        {t("story")}
      </Link>
    </Line>
  );
}

function VisitLine({ visit }: { visit: Extract<Happened, { kind: "appointment" }> }) {
  const place = usePlace();
  return (
    <Line at={visit.at}>
      <AppointmentState status={visit.status} />
      <span className="font-medium text-ink">{visit.service_type}</span>
      <Link
        to="/calendar"
        search={{ date: dayOf(visit.scheduled_start, place.zone) }}
        className="thumb inline-flex items-center gap-1 rounded-sm text-human hover:underline"
      >
        <CalendarDays aria-hidden className="size-3.5" />
        {shortDay(visit.scheduled_start, place)}, {clockTime(visit.scheduled_start, place)}
      </Link>
    </Line>
  );
}

const Line = ({ at, children }: { at: string; children: ReactNode }) => (
  <div className="mt-3 flex flex-wrap items-center justify-center gap-x-2 gap-y-1 px-4 text-center text-small text-ink-soft">
    {children}
    <Time at={at} className="text-ink-faint" />
  </div>
);
