import { getContact, updateContact } from "#contacts";
import { type Conversation, handOver, setOutcome } from "#conversations";
import { ensureLead, updateLead } from "#deals";
import { Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { book, cancelAppointment, reschedule, type Slot, setStatus } from "#scheduling";
import { alertOwner } from "./alert-owner.ts";
import type { Decision } from "./policy/decision.ts";
import { addressInWords } from "./policy/in-words.ts";
import type { OfferedSlot, Session } from "./policy/session.ts";
import type { Act, World } from "./policy/world.ts";
import { serviceFor } from "./tools/services.ts";
import { tradeOf } from "./tools/trade.ts";

export type Performance = { kind: "done"; session: Session } | { kind: "slot_taken" };

/** Does what the policy decided. A time that somebody else took meanwhile stops it before anything else is done. */
export async function perform(
  scope: Scope,
  conversation: Conversation,
  decision: Decision,
  world: World,
): Promise<Performance> {
  let { session } = decision;
  for (const act of decision.acts) {
    try {
      session = await performOne(scope, conversation, act, session, world);
    } catch (error) {
      if (error instanceof Refused && ["slot_taken", "day_full", "time_has_passed"].includes(error.refusal.code))
        return { kind: "slot_taken" };
      throw error;
    }
  }
  await rememberCustomer(scope, conversation, session);
  await qualifyLead(scope, conversation, session, world);
  return { kind: "done", session };
}

async function performOne(
  scope: Scope,
  conversation: Conversation,
  act: Act,
  session: Session,
  world: World,
): Promise<Session> {
  switch (act.do) {
    case "book": {
      const lead = await leadOf(scope, conversation);
      const trade = tradeOf(session, world);
      const appointment = await book(scope, {
        slot: slotOf(act.slot),
        contactId: contactOf(conversation),
        leadId: lead.id,
        conversationId: conversation.id,
        serviceType: serviceFor(session.problem ?? "", trade).name.en,
        problem: session.problem,
        address: session.address === null ? null : addressInWords(session.address),
        zip: session.address?.zip ?? null,
        bookedBy: "ai",
        costMin: world.estimate.low.toFixed(2),
        costMax: world.estimate.high.toFixed(2),
      });
      await setOutcome(scope, conversation.id, "appointment_scheduled", { appointment_id: appointment.id });
      return { ...session, booked: appointment.id };
    }
    case "move":
      await reschedule(scope, act.appointmentId, slotOf(act.slot));
      return { ...session, booked: act.appointmentId };
    case "cancel_visit":
      await cancelAppointment(scope, act.appointmentId, "The customer cancelled by text.");
      return { ...session, booked: null };
    case "confirm_visit":
      await setStatus(scope, act.appointmentId, "confirmed");
      return session;
    case "hand_over":
      await handOver(scope, conversation.id, act.reason, act.urgent);
      return session;
    case "alert_owner":
      await alertOwner(scope, conversation, act.kind, session);
      return session;
    case "close":
      if (act.outcome !== "wrong_number")
        await setOutcome(scope, conversation.id, "abandoned", { because: act.outcome });
      return session;
  }
}

async function leadOf(scope: Scope, conversation: Conversation) {
  const source = conversation.last_call_id === null ? "text" : "missed_call";
  return ensureLead(scope, {
    contactId: contactOf(conversation),
    conversationId: conversation.id,
    callId: conversation.last_call_id,
    source,
  });
}

function contactOf(conversation: Conversation): string {
  if (conversation.contact_id === null) throw new Error("A conversation with the dispatcher has a contact.");
  return conversation.contact_id;
}

/** What the customer told of themselves belongs to their contact. */
async function rememberCustomer(scope: Scope, conversation: Conversation, session: Session): Promise<void> {
  const contact = await getContact(scope, contactOf(conversation));
  const name = session.name !== null && session.name !== contact.name ? { name: session.name } : {};
  const address =
    session.address?.street == null ? {} : { address: addressInWords(session.address), zip: session.address.zip };
  const changes = {
    ...name,
    ...address,
    ...(session.language === contact.language ? {} : { language: session.language }),
  };
  if (Object.keys(changes).length > 0) await updateContact(scope, contact.id, changes);
}

const URGENCY = { life: "emergency", urgent: "high", routine: "normal" } as const;

async function qualifyLead(scope: Scope, conversation: Conversation, session: Session, world: World): Promise<void> {
  if (session.problem === null || session.booked !== null) return;
  const lead = await leadOf(scope, conversation);
  const trade = tradeOf(session, world);
  await updateLead(scope, lead.id, {
    problem_description: session.problem,
    job_type: serviceFor(session.problem, trade).name.en,
    trade,
    urgency_level: URGENCY[session.level],
    estimated_value: world.estimate.low.toFixed(2),
    ...(session.address === null ? {} : { address: addressInWords(session.address), zip: session.address.zip }),
    ...(lead.status === "new" ? { status: "qualified" } : {}),
  });
}

function slotOf(offered: OfferedSlot): Slot {
  return {
    start: Temporal.Instant.from(offered.start),
    end: Temporal.Instant.from(offered.end),
    window_start: Temporal.Instant.from(offered.window_start),
    window_end: Temporal.Instant.from(offered.window_end),
    resource_id: offered.resource_id,
  };
}
