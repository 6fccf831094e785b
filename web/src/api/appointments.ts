import { queryOptions } from "@tanstack/react-query";
import { api, body } from "./client.ts";
import type { AppointmentMark, NewAppointment } from "./types.ts";

const at = (id: string) => ({ params: { path: { id } } });

/** Visits that touch the span; `from` and `to` are ISO 8601. */
export const appointmentsQuery = (from: string, to: string, contactId?: string) =>
  queryOptions({
    queryKey: ["appointments", "list", from, to, contactId ?? "all"],
    queryFn: () => {
      const query = { from, to, ...(contactId && { contact_id: contactId }) };
      return body(api.GET("/api/v1/appointments", { params: { query } }));
    },
  });

export const appointmentQuery = (id: string) =>
  queryOptions({
    queryKey: ["appointments", "one", id],
    queryFn: () => body(api.GET("/api/v1/appointments/{id}", at(id))),
  });

const MOST_SLOTS = 200;

export const availabilityQuery = (from: string, to: string, durationMinutes: number) =>
  queryOptions({
    queryKey: ["appointments", "availability", from, to, durationMinutes],
    queryFn: () => {
      const query = { from, to, duration_minutes: durationMinutes, limit: MOST_SLOTS };
      return body(api.GET("/api/v1/availability", { params: { query } }));
    },
  });

export const bookAppointment = (appointment: NewAppointment) =>
  body(api.POST("/api/v1/appointments", { body: appointment }));

export const rescheduleAppointment = (id: string, slot: { scheduled_start: string; resource_id: string }) =>
  body(api.POST("/api/v1/appointments/{id}/reschedule", { ...at(id), body: slot }));

export const cancelAppointment = (id: string, reason: string) =>
  body(api.POST("/api/v1/appointments/{id}/cancellation", { ...at(id), body: { reason } }));

export const markAppointment = (id: string, status: AppointmentMark) =>
  body(api.PATCH("/api/v1/appointments/{id}", { ...at(id), body: { status } }));
