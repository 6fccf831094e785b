import { BatteryFull, Signal, Wifi } from "lucide-react";
import type { ReactNode } from "react";
import { usePlace } from "../../ui/clock.tsx";
import { clockTime } from "../../ui/format/time.ts";

interface HandsetFrameProps {
  role: string;
  name: string;
  number: string;
  /** Milliseconds since the epoch, of the world's clock. */
  now: number;
  children: ReactNode;
}

/** A phone's body: who holds it, its status bar, its screen. */
export function HandsetFrame({ role, name, number, now, children }: HandsetFrameProps) {
  const place = usePlace();
  return (
    <section aria-label={`${role}: ${name}`} className="flex w-full max-w-88 flex-col">
      <header className="mb-2 flex items-baseline justify-between gap-3 px-3">
        <h2 className="min-w-0 truncate text-reading font-semibold">{name}</h2>
        <p className="shrink-0 text-small text-ink-faint tabular">
          {role} · {number}
        </p>
      </header>
      <div className="flex h-152 flex-col overflow-hidden rounded-[40px] border-8 border-surface-inverse bg-surface shadow-float max-md:h-128">
        <div
          aria-hidden
          className="flex items-center justify-between px-6 pt-2.5 pb-1 text-small font-semibold tabular"
        >
          <span>{clockTime(now, place)}</span>
          <span className="flex items-center gap-1 text-ink-soft [&_svg]:size-3.5">
            <Signal />
            <Wifi />
            <BatteryFull />
          </span>
        </div>
        {children}
      </div>
    </section>
  );
}
