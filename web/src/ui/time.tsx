import { useNow, usePlace, viewerZone } from "./clock.tsx";
import { clockTime, fullTime, listTime, logTime, relativeTime, sameClock, zoneName } from "./format/time.ts";

interface TimeProps {
  at: string;
  /** `list`: time today, weekday or date before; `log`: that and the time. `relative`: "4 min ago". `clock`: "2:40 pm" with the zone when it is not the viewer's. */
  shown?: "list" | "log" | "relative" | "clock";
  /** IANA; the page's zone unless given. */
  zone?: string | undefined;
  className?: string;
}

/** A moment: the short form in the text, the relative and the absolute one together on hover. */
export function Time({ at, shown = "clock", zone, className }: TimeProps) {
  const place = usePlace(zone);
  const now = useNow();
  const relative = relativeTime(at, now, place.locale);
  const full = fullTime(at, place);
  const clock = sameClock(at, place.zone, viewerZone)
    ? clockTime(at, place)
    : `${clockTime(at, place)} ${zoneName(at, place)}`;
  const text = { list: listTime(at, now, place), log: logTime(at, now, place), relative, clock }[shown];
  return (
    <time dateTime={at} title={shown === "relative" ? full : `${relative} · ${full}`} className={className}>
      {text}
    </time>
  );
}
