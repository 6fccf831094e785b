import { useTranslation } from "react-i18next";
import { usePlace } from "../../../ui/clock.tsx";
import { place, type Span } from "../placement.ts";
import type { Column } from "./columns.ts";
import { visitSpan } from "./hours.ts";
import { NowLine } from "./now-line.tsx";
import type { Drag } from "./use-drag.ts";
import { VisitBlock } from "./visit-block.tsx";

interface BoardColumnProps {
  column: Column;
  span: Span;
  /** Null when the business is closed that day. */
  open: Span | null;
  /** The holiday for which it is closed, if it is one. */
  closedFor: string | undefined;
  minuteNow: number | null;
  drag: Drag;
  onOpen: (id: string) => void;
}

/** One column: closed hours shaded, a line every hour, the visits. */
export function BoardColumn({ column, span, open, closedFor, minuteNow, drag, onOpen }: BoardColumnProps) {
  const { t } = useTranslation("calendar");
  const { zone } = usePlace();
  const opens = open ? open.from - span.from : span.to - span.from;
  const closes = open ? span.to - open.to : 0;
  return (
    <section
      aria-label={column.resource?.name ?? column.day}
      data-column={column.key}
      className="relative border-l bg-[repeating-linear-gradient(to_bottom,transparent_0_59px,var(--hairline)_59px_60px)]"
      style={{ height: span.to - span.from }}
    >
      <div aria-hidden className="absolute inset-x-0 top-0 bg-canvas/70" style={{ height: Math.max(0, opens) }} />
      <div aria-hidden className="absolute inset-x-0 bottom-0 bg-canvas/70" style={{ height: Math.max(0, closes) }} />
      {minuteNow !== null && minuteNow > span.from && minuteNow < span.to && <NowLine top={minuteNow - span.from} />}
      {open === null && <p className="sticky top-14 px-2 pt-2 text-small text-ink-faint">{closedFor ?? t("closed")}</p>}
      <ul>
        {place(column.visits, (visit) => visitSpan(visit, zone)).map(({ item, lane, lanes }) => (
          <VisitBlock key={item.id} visit={item} span={span} lane={lane} lanes={lanes} drag={drag} onOpen={onOpen} />
        ))}
      </ul>
      {drag.over?.columnKey === column.key && (
        <div
          aria-hidden
          className="pointer-events-none absolute inset-x-1 z-10 rounded-md border-2 border-dashed border-human bg-human-soft/60"
          style={{ top: drag.over.minute - span.from, height: drag.over.minutes }}
        />
      )}
    </section>
  );
}
