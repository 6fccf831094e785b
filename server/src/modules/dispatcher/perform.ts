import { createActivity } from "#contacts";
import { type Conversation, handOver, setOutcome } from "#conversations";
import { updateLead } from "#deals";
import { Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { book, cancelAppointment, changeAddress, reschedule, type Slot, setStatus } from "#scheduling";
import { alertOwner, tellOwnerAddress } from "./alert-owner.ts";
import type { Decision } from "./policy/decision.ts";
import { addressInWords } from "./policy/in-words.ts";
import type { OfferedSlot, Session } from "./policy/session.ts";
import type { SlotGone } from "./policy/slot-gone.ts";
import type { Act, World } from "./policy/world.ts";
import { contactOf, leadOf } from "./remember.ts";
import { serviceFor } from "./tools/services.ts";
import { tradeOf } from "./tools/trade.ts";

/** The thread in which something is done, and the customer's text that gave rise to it. */
export type Occasion = { conversation: Conversation; messageId: string };

/** `slot_taken`: somebody else was faster; `slot_past`: the customer was too slow. `nobody_alerted`: the business's people cannot be texted now. */
export type Performance = "done" | SlotGone | "nobody_alerted";

/** Does what the policy decided. What cannot be done stops it before anything else is done, and is decided anew. */
export async function perform(
  scope: Scope,
  occasion: Occasion,
  { acts, session }: Decision,
  world: World,
): Promise<Performance> {
  for (const act of acts) {
    try {
      const reached = await performOne(scope, occasion, act, session, world);
      if (reached === false) return "nobody_alerted";
    } catch (error) {
      const gone = error instanceof Refused ? TIME_IS_GONE.get(error.refusal.code) : undefined;
      if (gone === undefined) throw error;
      return gone;
    }
  }
  return "done";
}

const TIME_IS_GONE: ReadonlyMap<string, SlotGone> = new Map([
  ["slot_taken", "slot_taken"],
  ["day_full", "slot_taken"],
  ["time_has_passed", "slot_past"],
]);

async function performOne(
  scope: Scope,
  { conversation, messageId }: Occasion,
  act: Act,
  session: Session,
  world: World,
): Promise<unknown> {
  switch (act.do) {
    case "book":
      return bookVisit(scope, conversation, act.slot, session, world);
    case "move":
      return reschedule(scope, act.appointmentId, slotOf(act.slot), { whoever: true });
    case "change_address":
      return changeAddress(scope, act.appointmentId, placeOf(session));
    case "cancel_visit":
      await cancelAppointment(scope, act.appointmentId, "The customer cancelled by text.");
      return setOutcome(scope, conversation.id, "abandoned", { because: "cancelled" });
    case "confirm_visit":
      return setStatus(scope, act.appointmentId, "confirmed");
    case "hand_over":
      return handOver(scope, conversation.id, act.reason, act.urgent);
    case "alert_owner":
      return alertOwner(scope, { conversation, messageId }, act.kind, session);
    case "tell_owner_address":
      return tellOwnerAddress(scope, conversation, session);
    case "note":
      return createActivity(scope, {
        type: "note",
        subject: `From the customer: ${act.words}`,
        description: act.words,
        contactId: conversation.contact_id,
        conversationId: conversation.id,
      });
    case "close":
      return close(scope, conversation, act.outcome);
  }
}

async function bookVisit(
  scope: Scope,
  conversation: Conversation,
  slot: OfferedSlot,
  session: Session,
  world: World,
): Promise<void> {
  const lead = await leadOf(scope, conversation);
  const { low, high } = world.estimates[slot.rate];
  const appointment = await book(scope, {
    slot: slotOf(slot),
    contactId: contactOf(conversation),
    leadId: lead.id,
    conversationId: conversation.id,
    serviceType: serviceFor(session.problem ?? "", tradeOf(session, world)).name.en,
    problem: [session.problem, ...session.details].filter(Boolean).join("\n"),
    ...(session.address === null ? {} : placeOf(session)),
    bookedBy: "ai",
    whoever: true,
    costMin: low.toFixed(2),
    costMax: high.toFixed(2),
  });
  await setOutcome(scope, conversation.id, "appointment_scheduled", { appointment_id: appointment.id });
}

const LOST_BECAUSE = {
  declined: "The customer declined.",
  out_of_area: "The address is outside the service area.",
  wrong_number: "It was a wrong number.",
} as const;

/** Who thinks it over is not lost: the lead stays, with its quote, for whoever calls back. */
async function close(
  scope: Scope,
  conversation: Conversation,
  outcome: keyof typeof LOST_BECAUSE | "undecided",
): Promise<void> {
  const lead = await leadOf(scope, conversation);
  const wasQuoted = lead.status === "quoted" && (outcome === "declined" || outcome === "undecided");
  if (outcome !== "undecided") await updateLead(scope, lead.id, { status: "lost", lost_reason: LOST_BECAUSE[outcome] });
  await setOutcome(scope, conversation.id, wasQuoted ? "quote_provided" : "abandoned", { because: outcome });
}

function placeOf({ address }: Session): { address: string; zip: string | null } {
  return { address: address === null ? "" : addressInWords(address), zip: address?.zip ?? null };
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
