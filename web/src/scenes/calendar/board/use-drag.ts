import { type PointerEvent as ReactPointerEvent, useRef, useState } from "react";
import type { Appointment } from "../../../api/types.ts";
import { momentAt } from "../days.ts";
import type { Span } from "../placement.ts";
import type { Proposal } from "../visit/reschedule-dialog.tsx";
import type { Column } from "./columns.ts";

interface Over {
  columnKey: string;
  minute: number;
  minutes: number;
}

interface DragOptions {
  isOn: boolean;
  span: Span;
  columns: readonly Column[];
  zone: string;
  onDrop: (proposal: Proposal) => void;
}

const STEP_MINUTES = 15;
const DRAG_PX = 5;
const movable = new Set<Appointment["status"]>(["scheduled", "confirmed"]);

/** Lets a visit be dragged to another time or column with the mouse. What is dropped is only a proposal. */
export function useDrag({ isOn, span, columns, zone, onDrop }: DragOptions) {
  const [dragged, setDragged] = useState<{ visitId: string; over: Over } | null>(null);
  const justDragged = useRef(false);

  const begin = (event: ReactPointerEvent<HTMLElement>, visit: Appointment) => {
    justDragged.current = false;
    if (!isOn || event.pointerType !== "mouse" || event.button !== 0 || !movable.has(visit.status)) return;
    const block = event.currentTarget.getBoundingClientRect();
    const grabbedAt = event.clientY - block.top;
    const minutes = (Date.parse(visit.scheduled_end) - Date.parse(visit.scheduled_start)) / 60_000;
    const start = { x: event.clientX, y: event.clientY };
    let over: Over | null = null;

    const move = (to: PointerEvent) => {
      if (Math.hypot(to.clientX - start.x, to.clientY - start.y) < DRAG_PX && !justDragged.current) return;
      justDragged.current = true;
      over = under(to, { grabbedAt, minutes, span }) ?? over;
      if (over) setDragged({ visitId: visit.id, over });
    };
    const end = () => {
      document.removeEventListener("pointermove", move);
      setDragged(null);
      const column = columns.find(({ key }) => key === over?.columnKey);
      if (!over || !column) return;
      const resource = column.resource ?? visit.resource;
      onDrop({ visit, scheduled_start: momentAt(column.day, over.minute, zone), resource });
    };
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", end, { once: true });
  };

  return {
    begin,
    visitId: dragged?.visitId,
    over: dragged?.over,
    /** True for the click that ends a drag. */
    wasDragged: () => justDragged.current,
  };
}

export type Drag = ReturnType<typeof useDrag>;

interface Grabbed {
  grabbedAt: number;
  minutes: number;
  span: Span;
}

/** The column and the quarter of an hour under the pointer. */
function under({ clientX, clientY }: PointerEvent, { grabbedAt, minutes, span }: Grabbed): Over | null {
  const column = document.elementsFromPoint(clientX, clientY).find((element) => element.matches("[data-column]"));
  const columnKey = column?.getAttribute("data-column");
  if (!column || !columnKey) return null;
  const y = clientY - grabbedAt - column.getBoundingClientRect().top;
  const minute = span.from + Math.round(y / STEP_MINUTES) * STEP_MINUTES;
  return { columnKey, minute: Math.min(Math.max(minute, span.from), span.to - minutes), minutes };
}
