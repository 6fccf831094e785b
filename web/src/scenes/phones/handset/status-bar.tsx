import { BatteryFull, Signal } from "lucide-react";
import type { Handset } from "../../../api/simulator.ts";
import { useNow, usePlace } from "../../../ui/clock.tsx";
import { clockTime } from "../../../ui/format/time.ts";

/** The time of the simulated world, whose phone it is, and that it has signal. */
export function StatusBar({ handset }: { handset: Handset }) {
  const now = useNow();
  const place = usePlace();
  return (
    <div className="flex h-9 shrink-0 items-center justify-between px-5 text-small">
      <span className="tabular w-16 font-semibold">{clockTime(now, place)}</span>
      <span className="min-w-0 truncate text-ink-soft">{handset.name}</span>
      <span aria-hidden className="flex w-16 justify-end gap-1">
        <Signal className="size-3.5" />
        <BatteryFull className="size-4" />
      </span>
    </div>
  );
}
