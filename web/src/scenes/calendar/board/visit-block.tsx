import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../api/types.ts";
import { Who } from "../../../records/who.tsx";
import { usePlace } from "../../../ui/clock.tsx";
import { clockTime, timeRange } from "../../../ui/format/time.ts";
import { minuteOf } from "../days.ts";
import type { Span } from "../placement.ts";
import { visitSpan } from "./hours.ts";
import type { Drag } from "./use-drag.ts";

const surfaces: Record<Appointment["status"], string> = {
  scheduled: "border-edge bg-surface-hover",
  confirmed: "border-human bg-human-soft",
  en_route: "border-talking bg-talking-soft",
  in_progress: "border-talking bg-talking-soft",
  completed: "border-hairline bg-surface text-ink-soft",
  cancelled: "border-hairline bg-surface text-ink-soft line-through",
  no_show: "border-missed bg-missed-soft",
};

interface VisitBlockProps {
  visit: Appointment;
  span: Span;
  lane: number;
  lanes: number;
  drag: Drag;
  onOpen: (id: string) => void;
}

/** A visit as a block, and at its left, as a bracket, the window in which the customer expects somebody. */
export function VisitBlock({ visit, span, lane, lanes, drag, onOpen }: VisitBlockProps) {
  const { t } = useTranslation(["calendar", "records"]);
  const place = usePlace();
  const at = visitSpan(visit, place.zone);
  const side = { left: `calc(${(lane / lanes) * 100}% + 4px)` };
  const body = { left: `calc(${(lane / lanes) * 100}% + 10px)`, width: `calc(${100 / lanes}% - 16px)` };
  const window = {
    from: minuteOf(visit.window_start, place.zone),
    to: minuteOf(visit.window_end, place.zone),
  };
  const hours = `${clockTime(visit.scheduled_start, place)} – ${clockTime(visit.scheduled_end, place)}`;
  const isShort = at.to - at.from < 50;
  return (
    <li>
      {window.to > window.from && (
        <span
          aria-hidden
          className="absolute w-2 rounded-l-sm border-y-2 border-l-2 border-edge"
          style={{ left: side.left, top: window.from - span.from, height: window.to - window.from }}
        />
      )}
      <button
        type="button"
        onClick={() => drag.wasDragged() || onOpen(visit.id)}
        onPointerDown={(event) => drag.begin(event, visit)}
        className={clsx(
          "absolute flex touch-none flex-col items-stretch overflow-hidden rounded-md border px-2 py-1 text-left text-small transition-shadow hover:z-10 hover:shadow-float",
          surfaces[visit.status],
          drag.visitId === visit.id && "opacity-40",
        )}
        style={{ ...body, top: at.from - span.from + 1, height: at.to - at.from - 2 }}
      >
        <span className="sr-only">{t(`records:appointment_${visit.status}`)}: </span>
        <span className={clsx("flex gap-x-1.5", isShort ? "flex-row" : "flex-col")}>
          <Who name={visit.contact.name} phone={visit.contact.phone} className="truncate font-semibold text-ink" />
          <span className="block truncate first-letter:uppercase">{visit.service_type}</span>
        </span>
        {!isShort && <span className="tabular truncate text-ink-soft">{hours}</span>}
        {!isShort && window.to > window.from && (
          <span className="tabular truncate text-ink-soft">
            {t("arrives", { window: timeRange(visit.window_start, visit.window_end, place) })}
          </span>
        )}
      </button>
    </li>
  );
}
