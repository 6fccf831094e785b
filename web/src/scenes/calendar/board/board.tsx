import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { settingsQuery } from "../../../api/settings.ts";
import type { Appointment } from "../../../api/types.ts";
import { useMay } from "../../../shell/session.ts";
import { useNow, usePlace } from "../../../ui/clock.tsx";
import { minuteOf } from "../days.ts";
import type { ShownDays } from "../use-shown-days.ts";
import { type Proposal, RescheduleDialog } from "../visit/reschedule-dialog.tsx";
import { BoardColumn } from "./board-column.tsx";
import { ColumnHead } from "./column-head.tsx";
import { dayColumns, technicianColumns } from "./columns.ts";
import { HourMarks } from "./hour-marks.tsx";
import { holidayOn, openSpan, shownSpan } from "./hours.ts";
import { useDrag } from "./use-drag.ts";
import { useResources } from "./use-resources.ts";
import { useSight } from "./use-sight.ts";

interface BoardProps {
  shown: ShownDays;
  visits: readonly Appointment[];
  onOpen: (id: string) => void;
}

const LEAD_IN_PX = 60;

/** Time runs down, one pixel a minute; columns stand side by side. A visit can be dragged to another time or technician. */
export function Board({ shown, visits, onOpen }: BoardProps) {
  const { t } = useTranslation("calendar");
  const { zone } = usePlace();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const { data: settings } = useQuery(settingsQuery);
  const resources = useResources(shown.today, visits);
  const standing = visits.filter(({ status }) => status !== "cancelled");
  const columns = shown.isWeek
    ? dayColumns(shown.days, standing, zone)
    : technicianColumns(shown.day, resources, standing);
  const openSpans = shown.days.map((day) => (settings ? openSpan(settings, day) : null));
  const span = shownSpan(openSpans, standing, zone);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const mayManage = useMay("appointments.manage");
  const drag = useDrag({ isOn: mayManage, span, columns, zone, onDrop: setProposal });

  const minuteNow = minuteOf(new Date(now).toISOString(), zone);
  const first = Math.min(...standing.map(({ scheduled_start }) => minuteOf(scheduled_start, zone)));
  const sight = shown.days.includes(shown.today) ? minuteNow : first;
  const scrollTo = Number.isFinite(sight) ? Math.max(0, sight - span.from - LEAD_IN_PX) : 0;
  useSight(scroller, `${shown.day} ${shown.isWeek}`, scrollTo);

  return (
    <>
      <div
        ref={scroller}
        role="region"
        aria-label={t("board")}
        tabIndex={0}
        className="focus-inset min-h-0 flex-1 overflow-auto max-md:hidden"
      >
        <div
          className="grid w-full"
          style={{ gridTemplateColumns: `56px repeat(${columns.length}, minmax(112px, 1fr))` }}
        >
          <div className="sticky top-0 z-20 border-b bg-surface" />
          {columns.map((column) => (
            <ColumnHead key={column.key} column={column} isToday={column.day === shown.today} isWeek={shown.isWeek} />
          ))}
          <HourMarks span={span} />
          {columns.map((column) => (
            <BoardColumn
              key={column.key}
              column={column}
              span={span}
              open={settings ? openSpan(settings, column.day) : span}
              closedFor={settings && holidayOn(settings, column.day)}
              minuteNow={column.day === shown.today ? minuteNow : null}
              drag={drag}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
      {proposal && <RescheduleDialog visit={proposal.visit} proposal={proposal} onClose={() => setProposal(null)} />}
    </>
  );
}
