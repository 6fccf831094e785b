import type { Appointment } from "../../../api/types.ts";
import { dayIn } from "../days.ts";

export interface Resource {
  id: string;
  name: string;
}

/** One column of the board: a technician's day, or everybody's day of a week. */
export interface Column {
  key: string;
  day: string;
  resource: Resource | null;
  visits: Appointment[];
}

/** A column a technician, those without a visit included. */
export const technicianColumns = (
  day: string,
  resources: readonly Resource[],
  visits: readonly Appointment[],
): Column[] =>
  resources.map((resource) => ({
    key: resource.id,
    day,
    resource,
    visits: visits.filter((visit) => visit.resource.id === resource.id),
  }));

/** A column a day. */
export const dayColumns = (days: readonly string[], visits: readonly Appointment[], zone: string): Column[] =>
  days.map((day) => ({
    key: day,
    day,
    resource: null,
    visits: visits.filter((visit) => dayIn(visit.scheduled_start, zone) === day),
  }));

/** Everybody who has visits, by name. */
export function resourcesOf(visits: readonly Appointment[]): Resource[] {
  const byId = new Map(visits.map(({ resource }) => [resource.id, resource]));
  return [...byId.values()].toSorted((one, other) => one.name.localeCompare(other.name));
}
