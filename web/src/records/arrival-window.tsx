import { useTranslation } from "react-i18next";
import type { Appointment } from "../api/types.ts";
import { usePlace, viewerZone } from "../ui/clock.tsx";
import { clockTime, sameClock, shortDay, timeRange, zoneName } from "../ui/format/time.ts";

type Visit = Pick<Appointment, "scheduled_start" | "window_start" | "window_end" | "timezone">;

interface ArrivalWindowProps {
  visit: Visit;
  /** False where the day is said already. */
  hasDay?: boolean;
  className?: string;
}

/** "Thu, Nov 26, 1 – 3 pm", in the visit's own zone, which is named when it is not the viewer's. */
export function ArrivalWindow({ visit, hasDay = true, className }: ArrivalWindowProps) {
  const { t } = useTranslation("records");
  const place = usePlace(visit.timezone);
  const isWindow = visit.window_start !== visit.window_end;
  const hours = isWindow
    ? timeRange(visit.window_start, visit.window_end, place)
    : clockTime(visit.scheduled_start, place);
  const zone = sameClock(visit.scheduled_start, place.zone, viewerZone)
    ? ""
    : ` ${zoneName(visit.scheduled_start, place)}`;
  return (
    <time dateTime={visit.window_start} title={isWindow ? t("arrivalWindow") : undefined} className={className}>
      {hasDay && `${shortDay(visit.window_start, place)}, `}
      {hours}
      {zone}
    </time>
  );
}
