import { useTranslation } from "react-i18next";
import { usePlace } from "../../../ui/clock.tsx";
import { clockTime, timeRange } from "../../../ui/format/time.ts";
import type { BookingDraft } from "./booking-section.tsx";

const NINE = Date.UTC(2026, 0, 5, 9);
const MINUTE_MS = 60_000;

/** How a visit at nine would lie in the day: the window, the work, the way to the next one. */
export function BookingExample({ draft }: { draft: BookingDraft }) {
  const { t } = useTranslation("settings");
  const place = usePlace("UTC");
  const after = (minutes: number) => NINE + (minutes || 0) * MINUTE_MS;
  const window = after(draft.arrival_window_minutes);
  const free = after((draft.job_duration_minutes || 0) + (draft.travel_buffer_minutes || 0));
  const steps = [
    { name: t("customerHears"), time: window > NINE ? timeRange(NINE, window, place) : clockTime(NINE, place) },
    { name: t("workTakes"), time: timeRange(NINE, after(draft.job_duration_minutes), place) },
    { name: t("nextFrom"), time: clockTime(free, place) },
  ];
  return (
    <table className="w-full text-base">
      <caption className="pb-2 text-left text-small font-medium text-ink-faint">{t("exampleVisit")}</caption>
      <tbody>
        {steps.map(({ name, time }) => (
          <tr key={name} className="border-t">
            <th scope="row" className="py-1.5 text-left font-normal text-ink-soft">
              {name}
            </th>
            <td className="py-1.5 text-right font-medium">{time}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
