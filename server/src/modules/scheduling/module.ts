import { sendConditions } from "#outreach";
import { anyJob } from "#platform/jobs.ts";
import { defineModule } from "#platform/module.ts";
import { answer } from "#platform/questions.ts";
import { doubleBookings } from "./invariants.ts";
import { remindOfVisit, visitStandsCheck } from "./reminders.ts";
import { routes } from "./routes.ts";
import { appointmentBooked, appointmentCancelled, appointmentRescheduled } from "./schema.ts";

export const schedulingModule = defineModule({
  name: "scheduling",
  purpose: "Finds real times, books visits so that nobody is in two places at once, and reminds people of them.",
  uses: ["tenants", "outreach", "conversations"],
  tables: ["resources", "appointments"],
  facts: ["appointment_facts"],
  permissions: {
    "appointments.view": { sentence: "see the calendar", roles: ["owner", "admin", "operator", "user", "viewer"] },
    "appointments.manage": { sentence: "book, move and cancel visits", roles: ["owner", "admin", "operator", "user"] },
  },
  routes,
  events: [appointmentBooked, appointmentRescheduled, appointmentCancelled],
  jobs: [anyJob(remindOfVisit)],
  invariants: [doubleBookings],
  answers: [answer(sendConditions, visitStandsCheck)],
});
