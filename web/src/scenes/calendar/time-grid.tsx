import { clsx } from "clsx";
import type { Appointment } from "../../api/types.ts";
import { usePlace } from "../../ui/clock.tsx";
import { timeRange } from "../../ui/format/time.ts";
import { hoursInto } from "./days.ts";
import type { CalendarWords } from "./words.ts";

export const FIRST_HOUR = 6;
const LAST_HOUR = 22;
const HOUR_PX = 52;
export const HOURS = Array.from({ length: LAST_HOUR - FIRST_HOUR }, (_none, index) => FIRST_HOUR + index);
export const GRID_HEIGHT_PX = HOURS.length * HOUR_PX;

/** The hours at the left of a board. */
export function HourScale({ zone }: { zone: string }) {
  const { locale } = usePlace(zone);
  return (
    <div aria-hidden className="relative w-14 shrink-0" style={{ height: GRID_HEIGHT_PX }}>
      {HOURS.map((hour) => (
        <span
          key={hour}
          className="absolute right-2 -translate-y-1/2 text-micro text-ink-faint tabular"
          style={{ top: (hour - FIRST_HOUR) * HOUR_PX }}
        >
          {new Intl.DateTimeFormat(locale, { hour: "numeric", timeZone: "UTC" }).format(Date.UTC(2000, 0, 1, hour))}
        </span>
      ))}
    </div>
  );
}

interface ColumnProps {
  label: string;
  zone: string;
  visits: readonly Appointment[];
  words: CalendarWords;
  onOpen: (id: string) => void;
}

/** One column of time: visits as blocks, their arrival windows drawn as windows. */
export function TimeColumn({ label, zone, visits, words, onOpen }: ColumnProps) {
  return (
    <ul
      aria-label={label}
      className="relative min-w-32 flex-1 border-l bg-[repeating-linear-gradient(to_bottom,var(--hairline)_0_1px,transparent_1px_52px)]"
      style={{ height: GRID_HEIGHT_PX }}
    >
      {visits.map((visit) => (
        <Block key={visit.id} visit={visit} zone={zone} words={words} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function Block({
  visit,
  zone,
  words,
  onOpen,
}: {
  visit: Appointment;
  zone: string;
  words: CalendarWords;
  onOpen: (id: string) => void;
}) {
  const place = usePlace(zone);
  const top = (hoursInto(visit.scheduled_start, zone) - FIRST_HOUR) * HOUR_PX;
  const height = (Date.parse(visit.scheduled_end) - Date.parse(visit.scheduled_start)) / 3_600_000;
  const window = (Date.parse(visit.window_end) - Date.parse(visit.window_start)) / 3_600_000;
  const isOver = visit.status === "completed" || visit.status === "no_show";
  return (
    <li className="absolute inset-x-1" style={{ top, height: height * HOUR_PX - 2 }}>
      <button
        type="button"
        onClick={() => onOpen(visit.id)}
        className={clsx(
          "focus-inset relative size-full overflow-hidden rounded-md border border-hairline py-1 pr-2 pl-3 text-left hover:border-edge",
          isOver ? "bg-surface-hover text-ink-faint" : "bg-human-soft text-ink",
        )}
      >
        <span
          aria-hidden
          className="absolute top-0 left-0 w-1 bg-human-solid"
          style={{ height: Math.min(window, height) * HOUR_PX }}
        />
        <span className="block truncate text-base font-medium">{visit.contact.name ?? visit.contact.phone}</span>
        <span className="block truncate text-small text-ink-soft">{visit.service_type}</span>
        <span className="block truncate text-small text-ink-soft tabular">
          {words.arrives(timeRange(visit.window_start, visit.window_end, place))}
        </span>
      </button>
    </li>
  );
}
