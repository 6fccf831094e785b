import { usePlace } from "../../../ui/clock.tsx";
import type { Span } from "../placement.ts";

/** The hours down the left edge. */
export function HourMarks({ span }: { span: Span }) {
  const { locale } = usePlace();
  const hours = Array.from({ length: (span.to - span.from) / 60 }, (_, index) => span.from / 60 + index);
  const name = new Intl.DateTimeFormat(locale, { hour: "numeric", timeZone: "UTC" });
  return (
    <div aria-hidden className="relative" style={{ height: span.to - span.from }}>
      {hours.slice(1).map((hour) => (
        <span
          key={hour}
          className="tabular absolute right-2 -translate-y-1/2 text-small text-ink-faint"
          style={{ top: hour * 60 - span.from }}
        >
          {name.format(Date.UTC(2026, 0, 1, hour)).toLowerCase()}
        </span>
      ))}
    </div>
  );
}
