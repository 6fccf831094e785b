import { useQuery } from "@tanstack/react-query";
import { appointmentsQuery } from "../../../api/appointments.ts";
import type { Appointment } from "../../../api/types.ts";
import { usePlace } from "../../../ui/clock.tsx";
import { addDays, dayStart } from "../days.ts";
import { type Resource, resourcesOf } from "./columns.ts";

const WEEKS_AROUND = 8;

/** Who does visits: everybody who had or has one around a day. */
export function useResources(today: string, shown: readonly Appointment[]): Resource[] {
  const { zone } = usePlace();
  const from = dayStart(addDays(today, -7 * WEEKS_AROUND), zone);
  const to = dayStart(addDays(today, 7 * WEEKS_AROUND), zone);
  const { data } = useQuery({ ...appointmentsQuery(from, to), staleTime: 600_000 });
  return resourcesOf([...(data?.data ?? []), ...shown]);
}
