import { z } from "zod";
import { getConversation, say } from "#conversations";
import type { SendCondition, SendConditionCheck } from "#outreach";
import { id } from "#platform/http/fields.ts";
import { defineJob } from "#platform/jobs.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { getBusiness } from "#tenants";
import { findAppointment } from "./queries.ts";
import type { AppointmentResponse } from "./schema.ts";
import { visitText } from "./wording.ts";

/** Sends the reminder of a visit, if the visit still stands as it stood when the reminder was set. */
export const remindOfVisit = defineJob({
  name: "scheduling.remind",
  data: z.object({ appointment_id: id, version: z.int() }),
  run: (ports, { tenantId, data }) =>
    ports.scope(tenantId, SYSTEM, async (scope) => {
      const appointment = await findAppointment(scope, data.appointment_id);
      if (appointment === null || appointment.reminder_sent_at !== null) return;
      if (appointment.status !== "scheduled" && appointment.status !== "confirmed") return;
      // After the server stood still, a visit may have begun before its reminder is due to leave.
      if (Temporal.Instant.compare(appointment.scheduled_start, scope.now()) <= 0) return;
      await scope.tx
        .updateTable("appointments")
        .set({ reminder_sent_at: scope.now() })
        .where("id", "=", appointment.id)
        .execute();
      await textAboutVisit(scope, "reminder", appointment, data.version);
    }),
});

const timerKey = (appointmentId: string) => `reminder:${appointmentId}`;

/** Sets or moves the reminder. A visit that is nearer than the reminder's lead gets none: the booking itself said it all. */
export async function setReminder(scope: Scope, appointment: AppointmentResponse, hoursBefore: number): Promise<void> {
  const dueAt = appointment.scheduled_start.subtract({ hours: hoursBefore });
  if (Temporal.Instant.compare(dueAt, scope.now()) <= 0) return cancelReminder(scope, appointment.id);
  await scope.setTimer(timerKey(appointment.id), dueAt, remindOfVisit, {
    appointment_id: appointment.id,
    version: appointment.version,
  });
}

export async function cancelReminder(scope: Scope, appointmentId: string): Promise<void> {
  await scope.cancelTimer(timerKey(appointmentId));
}

/** A reminder that had to wait does not leave for a visit that was moved or cancelled meanwhile. */
export const visitStandsCheck: SendConditionCheck = {
  name: "visit_stands",
  async holds(scope, data) {
    const { appointment_id, begins } = standing.parse(data);
    const visit = await findAppointment(scope, appointment_id);
    const stands =
      visit !== null &&
      (visit.status === "scheduled" || visit.status === "confirmed") &&
      visit.scheduled_start.toString() === begins;
    return { holds: stands, sentence: stands ? "The visit stands." : "The visit was moved or cancelled." };
  },
};

const standing = z.object({ appointment_id: id, begins: z.string() });

function visitStands({ id: appointment_id, scheduled_start }: AppointmentResponse): SendCondition {
  return { name: visitStandsCheck.name, data: { appointment_id, begins: scheduled_start.toString() } };
}

/** Texts the customer about a visit in the visit's conversation; without one there is nobody to text. */
export async function textAboutVisit(
  scope: Scope,
  kind: "booked" | "moved" | "cancelled" | "reminder",
  appointment: AppointmentResponse,
  version: number,
): Promise<void> {
  if (appointment.conversation_id === null) return;
  const conversation = await getConversation(scope, appointment.conversation_id);
  const business = await getBusiness(scope);
  const isReminder = kind === "reminder";
  await say(scope, {
    conversationId: conversation.id,
    as: "system",
    ...(isReminder
      ? { validFor: appointment.scheduled_start.since(scope.now()), conditions: [visitStands(appointment)] }
      : {}),
    body: visitText(kind, appointment, business.business_name, conversation.language),
    class: "transactional",
    cause: `visit_${kind}:${appointment.id}:${version}`,
  });
}
