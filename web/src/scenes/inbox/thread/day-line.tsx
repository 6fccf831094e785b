import { usePlace } from "../../../ui/clock.tsx";
import { longDay } from "../../../ui/format/time.ts";

export function DayLine({ at }: { at: string }) {
  const place = usePlace();
  return (
    <h3 className="my-3 flex items-center gap-3 text-small font-medium text-ink-faint before:h-px before:flex-1 before:bg-hairline after:h-px after:flex-1 after:bg-hairline">
      {longDay(at, place)}
    </h3>
  );
}
