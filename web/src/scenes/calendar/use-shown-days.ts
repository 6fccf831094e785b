import { useNavigate, useSearch } from "@tanstack/react-router";
import { useNow, usePlace } from "../../ui/clock.tsx";
import { addDays, dayIn, weekOf } from "./days.ts";

/** Which day or week the calendar shows; it lives in the address. */
export function useShownDays() {
  const search = useSearch({ from: "/inside/calendar" });
  const navigate = useNavigate();
  const { zone } = usePlace();
  const now = useNow();
  const today = dayIn(new Date(now).toISOString(), zone);
  const day = search.date ?? today;
  const isWeek = search.show === "week";
  const show = (change: { date?: string; show?: "week" }) =>
    void navigate({ to: ".", search: { show: search.show, date: search.date, ...change }, replace: true });
  return {
    today,
    day,
    isWeek,
    days: isWeek ? weekOf(day) : [day],
    goTo: (date: string) => show({ date: date === today ? undefined : date }),
    step: (by: 1 | -1) => show({ date: addDays(day, isWeek ? by * 7 : by) }),
    showWeek: (week: boolean) => show({ show: week ? "week" : undefined }),
  };
}

export type ShownDays = ReturnType<typeof useShownDays>;
