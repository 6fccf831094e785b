import { sql } from "kysely";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { getBusiness, getSettings } from "#tenants";
import { type Calendar, dayIsFull, findFreeSlots, type Preference, slotFor } from "./availability.ts";
import { ALREADY_OVER, DAY_FULL, NOT_IN_FUTURE, SLOT_TAKEN } from "./errors.ts";
import {
  findAppointment,
  findAppointmentToChange,
  findUpcoming,
  selectActiveResources,
  selectBusy,
} from "./queries.ts";
import { cancelReminder, setReminder } from "./reminders.ts";
import {
  type AppointmentResponse,
  appointmentBooked,
  appointmentCancelled,
  appointmentRescheduled,
  type Slot,
} from "./schema.ts";
import { refuseUnknownReference } from "./unknown-reference.ts";

export type SlotQuery = {
  from?: Temporal.Instant | undefined;
  to?: Temporal.Instant | undefined;
  durationMinutes?: number | undefined;
  preference?: Preference;
  /** Outside opening hours and on holidays too: for emergencies. */
  aroundTheClock?: boolean;
  /** A visit that is being moved and does not stand in its own way. */
  except?: string;
  limit: number;
};

/** The earliest times that can really be had, by the business's hours, holidays, capacity and calendar. */
export async function findSlots(scope: Scope, query: SlotQuery): Promise<Slot[]> {
  const settings = await getSettings(scope);
  const now = scope.now();
  const from = query.from ?? now;
  const to = query.to ?? now.add({ hours: 24 * settings.booking_advance_days });
  const durationMinutes = query.durationMinutes ?? settings.job_duration_minutes;
  const calendar = await loadCalendar(scope, from, to, query.except);
  return findFreeSlots(calendar, {
    now,
    from,
    to,
    durationMinutes,
    preference: query.preference ?? {},
    aroundTheClock: query.aroundTheClock ?? false,
    limit: query.limit,
  });
}

export type NewBooking = {
  slot: Slot;
  contactId: string;
  leadId?: string | null;
  conversationId?: string | null;
  serviceType: string;
  problem?: string | null;
  address?: string | null;
  zip?: string | null;
  bookedBy: "ai" | "person" | "customer";
  /** Whether another resource may come when the slot's is taken: a customer chooses a time, not a person. */
  whoever?: boolean;
  /** Exact decimals. */
  costMin?: string | null;
  costMax?: string | null;
};

/**
 * Books a visit. Bookings of one business wait for each other, and the database's exclusion constraint stands behind.
 * @throws Refused slot_taken, day_full, time_has_passed or unknown_reference.
 */
export async function book(scope: Scope, booking: NewBooking): Promise<AppointmentResponse> {
  const { calendar, settings, slot } = await admit(scope, booking.slot, { whoever: booking.whoever ?? false });
  const id = scope.newId();
  const inserted = await scope.tx
    .insertInto("appointments")
    .values({
      tenant_id: scope.tenantId,
      id,
      ...times(slot, settings.travel_buffer_minutes),
      timezone: calendar.timezone,
      contact_id: booking.contactId,
      lead_id: booking.leadId ?? null,
      conversation_id: booking.conversationId ?? null,
      service_type: booking.serviceType,
      problem_description: booking.problem ?? null,
      address: booking.address ?? null,
      zip: booking.zip ?? null,
      booked_by: booking.bookedBy,
      estimated_cost_min: booking.costMin ?? null,
      estimated_cost_max: booking.costMax ?? null,
      currency: settings.currency,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst()
    .catch(refuseUnknownReference);
  if (inserted === undefined) throw new Refused(SLOT_TAKEN);
  const appointment = await getAppointment(scope, id);
  await setReminder(scope, appointment, settings.reminder_hours_before);
  await scope.emit(appointmentBooked, announcement(appointment));
  await scope.audit({
    entity_type: "appointment",
    entity_id: id,
    action: "booked",
    changes: { scheduled_start: slot.start.toString() },
  });
  scope.nudge("appointments", id);
  return appointment;
}

/**
 * Moves a visit; its reminder follows. `whoever`: another resource may come.
 * @throws Refused slot_taken, day_full, time_has_passed, unknown_reference, appointment_is_over or not_found.
 */
export async function reschedule(
  scope: Scope,
  id: string,
  wanted: Slot,
  { whoever = false } = {},
): Promise<AppointmentResponse> {
  const { settings, slot } = await admit(scope, wanted, { whoever, except: id });
  // After the business's lock, in the order of everybody who takes both.
  const before = await getLiveAppointment(scope, id);
  await scope.tx
    .updateTable("appointments")
    .set((eb) => ({
      ...times(slot, settings.travel_buffer_minutes),
      status: "scheduled",
      confirmed_at: null,
      reminder_sent_at: null,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute()
    .catch(refuseUnknownReference);
  const appointment = await getAppointment(scope, id);
  await setReminder(scope, appointment, settings.reminder_hours_before);
  await scope.emit(appointmentRescheduled, announcement(appointment));
  await scope.audit({
    entity_type: "appointment",
    entity_id: id,
    action: "rescheduled",
    changes: { scheduled_start: { from: before.scheduled_start.toString(), to: slot.start.toString() } },
  });
  scope.nudge("appointments", id);
  return appointment;
}

/** The customer's correction of where the visit is. @throws Refused appointment_is_over or not_found. */
export async function changeAddress(
  scope: Scope,
  id: string,
  place: { address: string; zip: string | null },
): Promise<AppointmentResponse> {
  await getLiveAppointment(scope, id);
  await scope.tx
    .updateTable("appointments")
    .set((eb) => ({ ...place, version: eb("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
  await scope.audit({ entity_type: "appointment", entity_id: id, action: "address_changed" });
  scope.nudge("appointments", id);
  return getAppointment(scope, id);
}

/** Cancels a visit and its reminder. @throws Refused appointment_is_over or not_found. */
export async function cancelAppointment(scope: Scope, id: string, reason: string): Promise<AppointmentResponse> {
  await getLiveAppointment(scope, id);
  await scope.tx
    .updateTable("appointments")
    .set((eb) => ({
      status: "cancelled",
      cancelled_at: scope.now(),
      cancellation_reason: reason,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
  await cancelReminder(scope, id);
  const appointment = await getAppointment(scope, id);
  await scope.emit(appointmentCancelled, announcement(appointment));
  await scope.audit({ entity_type: "appointment", entity_id: id, action: "cancelled", changes: { reason } });
  scope.nudge("appointments", id);
  return appointment;
}

/** Marks how a visit goes: confirmed by the customer, on the way, under way, done, nobody home. */
export async function setStatus(
  scope: Scope,
  id: string,
  status: AppointmentResponse["status"],
): Promise<AppointmentResponse> {
  await getLiveAppointment(scope, id);
  const now = scope.now();
  await scope.tx
    .updateTable("appointments")
    .set((eb) => ({
      status,
      version: eb("version", "+", 1),
      ...(status === "confirmed" ? { confirmed_at: now } : {}),
      ...(status === "in_progress" ? { actual_start: now } : {}),
      ...(status === "completed" ? { actual_end: now } : {}),
    }))
    .where("id", "=", id)
    .execute();
  await scope.audit({ entity_type: "appointment", entity_id: id, action: status });
  scope.nudge("appointments", id);
  return getAppointment(scope, id);
}

/** The contact's next visit, or null. */
export const upcomingAppointment = findUpcoming;

/** The slot that begins at this moment, if somebody is free then. @throws Refused slot_taken. */
export async function slotBeginning(
  scope: Scope,
  start: Temporal.Instant,
  options: { durationMinutes?: number | undefined; resourceId?: string | undefined; except?: string },
): Promise<Slot> {
  const settings = await getSettings(scope);
  const durationMinutes = options.durationMinutes ?? settings.job_duration_minutes;
  const calendar = await loadCalendar(scope, start, start.add({ minutes: durationMinutes }), options.except);
  const slot = slotFor(calendar, start, durationMinutes, options.resourceId);
  if (slot === null) throw new Refused(SLOT_TAKEN);
  return slot;
}

const NO_SUCH_APPOINTMENT = "There is no such appointment.";

/** @throws Refused not_found. */
export async function getAppointment(scope: Scope, id: string): Promise<AppointmentResponse> {
  const appointment = await findAppointment(scope, id);
  if (appointment === null) throw new Refused(NOT_FOUND, NO_SUCH_APPOINTMENT);
  return appointment;
}

/** Locked until the end of the transaction: nobody ends a visit between the look at it and its change. */
async function getLiveAppointment(scope: Scope, id: string): Promise<AppointmentResponse> {
  const appointment = await findAppointmentToChange(scope, id);
  if (appointment === null) throw new Refused(NOT_FOUND, NO_SUCH_APPOINTMENT);
  if (["completed", "cancelled", "no_show"].includes(appointment.status)) throw new Refused(ALREADY_OVER);
  return appointment;
}

async function admit(scope: Scope, wanted: Slot, { whoever, except }: { whoever: boolean; except?: string }) {
  if (Temporal.Instant.compare(wanted.start, scope.now()) <= 0) throw new Refused(NOT_IN_FUTURE);
  // One booking of a business at a time: the limits of a day and of concurrent jobs are counted, not constrained.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`booking:${scope.tenantId}`}, 0))`.execute(scope.tx);
  const settings = await getSettings(scope);
  const calendar = await loadCalendar(scope, wanted.start, wanted.end, except);
  if (dayIsFull(calendar, wanted.start.toZonedDateTimeISO(calendar.timezone).toPlainDate()))
    throw new Refused(DAY_FULL);
  const minutes = wanted.end.since(wanted.start).total("minutes");
  const free =
    slotFor(calendar, wanted.start, minutes, wanted.resource_id) ??
    (whoever ? slotFor(calendar, wanted.start, minutes) : null);
  if (free === null) throw new Refused(SLOT_TAKEN);
  return { calendar, settings, slot: { ...wanted, resource_id: free.resource_id } };
}

/** The calendar around a span: a day on either side, so that a day's jobs are counted whole. */
async function loadCalendar(
  scope: Scope,
  from: Temporal.Instant,
  to: Temporal.Instant,
  except?: string,
): Promise<Calendar> {
  const [business, rules] = [await getBusiness(scope), await getSettings(scope)];
  const resources = await selectActiveResources(scope);
  const busy = await selectBusy(scope, from.subtract({ hours: 36 }), to.add({ hours: 36 }), except);
  return { rules, timezone: business.timezone, resources, busy };
}

function times(slot: Slot, travelBufferMinutes: number) {
  return {
    resource_id: slot.resource_id,
    scheduled_start: slot.start,
    scheduled_end: slot.end,
    window_start: slot.window_start,
    window_end: slot.window_end,
    blocked_until: slot.end.add({ minutes: travelBufferMinutes }),
    duration_minutes: Math.round(slot.end.since(slot.start).total("minutes")),
  };
}

function announcement(appointment: AppointmentResponse) {
  return { appointment_id: appointment.id, conversation_id: appointment.conversation_id, lead_id: appointment.lead_id };
}
