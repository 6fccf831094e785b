import type { Appointment } from "../../api/types.ts";
import { shortDay } from "../../ui/format/time.ts";
import { useUiLanguage } from "../../ui/language.tsx";
import { localDay, startOf } from "./days.ts";
import { HourScale, TimeColumn } from "./time-grid.tsx";
import type { CalendarWords } from "./words.ts";

interface WeekBoardProps {
  days: readonly string[];
  zone: string;
  visits: readonly Appointment[];
  words: CalendarWords;
  onOpen: (id: string) => void;
}

/** Monday to Sunday, a column a day. */
export function WeekBoard({ days, zone, visits, words, onOpen }: WeekBoardProps) {
  const { locale } = useUiLanguage();
  return (
    <div className="min-w-fit px-2 pb-6 md:px-5">
      <div className="sticky top-0 z-10 flex bg-canvas">
        <div className="w-14 shrink-0" />
        {days.map((day) => (
          <h2 key={day} className="min-w-32 flex-1 truncate border-l px-2 py-2 text-base font-semibold">
            {shortDay(startOf(day, zone), { locale, zone })}
          </h2>
        ))}
      </div>
      <div className="flex pt-2">
        <HourScale zone={zone} />
        {days.map((day) => (
          <TimeColumn
            key={day}
            label={shortDay(startOf(day, zone), { locale, zone })}
            zone={zone}
            visits={visits.filter((visit) => localDay(visit.scheduled_start, zone) === day)}
            words={words}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}
