import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";

interface VirtualListProps<Row> {
  label: string;
  rows: readonly Row[];
  /** The height of every row, in px. */
  rowPx: number;
  keyOf: (row: Row) => string;
  /** The row that is kept in sight. */
  shownKey?: string | undefined;
  hasMore: boolean;
  onMore: () => void;
  children: (row: Row) => ReactNode;
}

const AHEAD_ROWS = 10;

/** A long list: only the rows in sight are on the page, and the next ones are asked for before they are reached. */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { label, rows, rowPx, keyOf, shownKey, hasMore, onMore, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: AHEAD_ROWS,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD_ROWS) onMore();
  }, [hasMore, last, rows.length, onMore]);

  const shown = shownKey === undefined ? -1 : rows.findIndex((row) => keyOf(row) === shownKey);
  useEffect(() => {
    if (shown >= 0) virtual.scrollToIndex(shown);
  }, [shown, virtual]);

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
      <ul aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={keyOf(row)}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)`, height: rowPx }}
            >
              {children(row)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
