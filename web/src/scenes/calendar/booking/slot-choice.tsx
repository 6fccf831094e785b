import type { Slot } from "../../../api/types.ts";
import { usePlace } from "../../../ui/clock.tsx";
import { clockTime, timeRange } from "../../../ui/format/time.ts";

interface SlotChoiceProps {
  slot: Slot;
  isChosen: boolean;
  onChoose: () => void;
}

/** One free time, with the arrival window that the customer would be told. */
export function SlotChoice({ slot, isChosen, onChoose }: SlotChoiceProps) {
  const place = usePlace();
  return (
    <label className="tabular flex min-h-11 flex-col justify-center rounded-md border border-hairline px-3 py-1.5 hover:bg-surface-hover has-checked:border-human has-checked:bg-human-soft has-focus-visible:outline-2 has-focus-visible:outline-human">
      <input type="radio" name="slot" className="sr-only" checked={isChosen} onChange={onChoose} />
      <span className="text-base font-medium">{clockTime(slot.start, place)}</span>
      {slot.window_start !== slot.window_end && (
        <span className="text-small text-ink-soft">{timeRange(slot.window_start, slot.window_end, place)}</span>
      )}
    </label>
  );
}
