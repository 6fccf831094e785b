import { getConversation, messageReceived } from "#conversations";
import { on } from "#platform/events.ts";
import { appointmentBooked, appointmentCancelled } from "#scheduling";
import { ensureLead, getLead, updateLead } from "./leads.ts";
import { findOpenLead } from "./queries.ts";

export const subscriptions = [
  on(messageReceived, "open a lead for a customer who writes", async (scope, { payload }) => {
    if (payload.opt_out !== "none") return;
    const conversation = await getConversation(scope, payload.conversation_id);
    if (conversation.contact_id === null || conversation.outcome === "appointment_scheduled") return;
    await ensureLead(scope, {
      contactId: conversation.contact_id,
      conversationId: conversation.id,
      callId: conversation.last_call_id,
      source: conversation.last_call_id === null ? "text" : "missed_call",
    });
  }),
  on(appointmentBooked, "mark the lead scheduled", async (scope, { payload }) => {
    if (payload.lead_id !== null)
      await updateLead(scope, payload.lead_id, { status: "scheduled", appointment_id: payload.appointment_id });
  }),
  on(appointmentCancelled, "reopen the lead of a cancelled visit", async (scope, { payload }) => {
    if (payload.lead_id === null) return;
    const lead = await getLead(scope, payload.lead_id);
    if (lead.status !== "scheduled") return;
    // The customer has begun to talk about something else: that is the conversation's open lead now.
    if (lead.conversation_id !== null && (await findOpenLead(scope, lead.conversation_id)) !== null) return;
    await updateLead(scope, lead.id, { status: "contacted", status_notes: "The visit was cancelled." });
  }),
];
