import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { Avatar } from "../../../ui/avatar.tsx";
import { usePlace } from "../../../ui/clock.tsx";
import { shortDay } from "../../../ui/format/time.ts";
import { noonOf } from "../days.ts";
import type { Column } from "./columns.ts";

/** Whose column it is, or which day. */
export function ColumnHead({ column, isToday, isWeek }: { column: Column; isToday: boolean; isWeek: boolean }) {
  const { t } = useTranslation("calendar");
  const place = usePlace();
  return (
    <div className="sticky top-0 z-20 flex h-11 items-center gap-2 border-b border-l bg-surface px-2">
      {column.resource && <Avatar name={column.resource.name} size="small" />}
      <p className="min-w-0 flex-1">
        <span
          className={clsx("block truncate text-base", isWeek && isToday ? "font-semibold text-human" : "font-medium")}
        >
          {column.resource ? column.resource.name : shortDay(noonOf(column.day, place.zone), place)}
        </span>
      </p>
      <span className="tabular text-small text-ink-faint">
        {column.visits.length > 0 && t("visits", { count: column.visits.length })}
      </span>
    </div>
  );
}
