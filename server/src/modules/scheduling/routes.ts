import { z } from "zod";
import { id } from "#platform/http/fields.ts";
import { defineRoute } from "#platform/http/route.ts";
import { book, cancelAppointment, findSlots, getAppointment, reschedule, setStatus, slotBeginning } from "./booking.ts";
import { listAppointments } from "./queries.ts";
import { textAboutVisit } from "./reminders.ts";
import {
  appointmentChange,
  appointmentResponse,
  appointmentsQuery,
  availabilityQuery,
  cancellation,
  newAppointment,
  newTime,
  slotResponse,
} from "./schema.ts";

const one = z.object({ id });
const VIEW = "appointments.view";
const MANAGE = "appointments.manage";

export const routes = [
  defineRoute({
    method: "GET",
    path: "/appointments",
    summary: "Visits that touch a span of time, earliest first",
    permission: VIEW,
    query: appointmentsQuery,
    response: z.object({ data: z.array(appointmentResponse) }),
    handle: async (scope, { query }) => ({
      data: await listAppointments(scope, { from: query.from, to: query.to, contactId: query.contact_id }),
    }),
  }),
  defineRoute({
    method: "GET",
    path: "/appointments/:id",
    summary: "One visit",
    permission: VIEW,
    params: one,
    response: appointmentResponse,
    handle: (scope, { params }) => getAppointment(scope, params.id),
  }),
  defineRoute({
    method: "GET",
    path: "/availability",
    summary: "Times that can really be had",
    permission: VIEW,
    query: availabilityQuery,
    response: z.object({ data: z.array(slotResponse) }),
    handle: async (scope, { query }) => ({
      data: await findSlots(scope, {
        from: query.from,
        to: query.to,
        durationMinutes: query.duration_minutes,
        limit: query.limit,
      }),
    }),
  }),
  defineRoute({
    method: "POST",
    path: "/appointments",
    summary: "Book a visit; the customer is told by text when there is a conversation",
    permission: MANAGE,
    body: newAppointment,
    response: appointmentResponse,
    status: 201,
    handle: async (scope, { body }) => {
      const slot = await slotBeginning(scope, body.scheduled_start, {
        durationMinutes: body.duration_minutes,
        resourceId: body.resource_id,
      });
      const appointment = await book(scope, {
        slot,
        contactId: body.contact_id,
        conversationId: body.conversation_id ?? null,
        serviceType: body.service_type,
        problem: body.problem_description ?? null,
        address: body.address ?? null,
        bookedBy: "person",
      });
      await textAboutVisit(scope, "booked", appointment, appointment.version);
      return appointment;
    },
  }),
  defineRoute({
    method: "POST",
    path: "/appointments/:id/reschedule",
    summary: "Move a visit; the customer is told by text",
    permission: MANAGE,
    params: one,
    body: newTime,
    response: appointmentResponse,
    handle: async (scope, { params, body }) => {
      const before = await getAppointment(scope, params.id);
      const durationMinutes = Math.round(before.scheduled_end.since(before.scheduled_start).total("minutes"));
      const slot = await slotBeginning(scope, body.scheduled_start, {
        durationMinutes,
        resourceId: body.resource_id,
        except: params.id,
      });
      const appointment = await reschedule(scope, params.id, slot);
      await textAboutVisit(scope, "moved", appointment, appointment.version);
      return appointment;
    },
  }),
  defineRoute({
    method: "POST",
    path: "/appointments/:id/cancellation",
    summary: "Cancel a visit; the customer is told by text",
    permission: MANAGE,
    params: one,
    body: cancellation,
    response: appointmentResponse,
    handle: async (scope, { params, body }) => {
      const appointment = await cancelAppointment(scope, params.id, body.reason);
      await textAboutVisit(scope, "cancelled", appointment, appointment.version);
      return appointment;
    },
  }),
  defineRoute({
    method: "PATCH",
    path: "/appointments/:id",
    summary: "Mark how a visit goes",
    permission: MANAGE,
    params: one,
    body: appointmentChange,
    response: appointmentResponse,
    handle: (scope, { params, body }) => setStatus(scope, params.id, body.status),
  }),
];
