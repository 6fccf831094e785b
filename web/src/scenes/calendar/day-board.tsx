import { CalendarDays } from "lucide-react";
import type { Appointment } from "../../api/types.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Bone, Skeleton } from "../../ui/skeleton.tsx";
import { HourScale, TimeColumn } from "./time-grid.tsx";
import type { CalendarWords } from "./words.ts";

interface DayBoardProps {
  zone: string;
  visits: readonly Appointment[];
  isLoading: boolean;
  words: CalendarWords;
  onOpen: (id: string) => void;
}

/** One day, a column a technician. */
export function DayBoard({ zone, visits, isLoading, words, onOpen }: DayBoardProps) {
  if (isLoading) {
    return (
      <Skeleton className="flex gap-3 p-5">
        <Bone className="h-96 flex-1" />
        <Bone className="h-96 flex-1" />
      </Skeleton>
    );
  }
  if (visits.length === 0) {
    return (
      <EmptyState icon={CalendarDays} title={words.title}>
        {words.emptyDay}
      </EmptyState>
    );
  }
  const technicians = [...new Map(visits.map((visit) => [visit.resource.id, visit.resource.name]))].sort((one, other) =>
    one[1].localeCompare(other[1]),
  );
  return (
    <div className="min-w-fit px-2 pb-6 md:px-5">
      <div className="sticky top-0 z-10 flex bg-canvas">
        <div className="w-14 shrink-0" />
        {technicians.map(([id, name]) => (
          <h2 key={id} className="min-w-32 flex-1 truncate border-l px-2 py-2 text-base font-semibold">
            {name}
          </h2>
        ))}
      </div>
      <div className="flex pt-2">
        <HourScale zone={zone} />
        {technicians.map(([id, name]) => (
          <TimeColumn
            key={id}
            label={name}
            zone={zone}
            visits={visits.filter((visit) => visit.resource.id === id)}
            words={words}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}
