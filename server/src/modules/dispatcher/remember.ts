import { type Contact, getContact, updateContact } from "#contacts";
import type { Conversation } from "#conversations";
import { ensureLead, findLatestLead, type Lead, type LeadFields, updateLead } from "#deals";
import type { Scope } from "#platform/scope.ts";
import type { Decision } from "./policy/decision.ts";
import type { Heard } from "./policy/heard.ts";
import { addressInWords } from "./policy/in-words.ts";
import type { KnownCustomer, Session } from "./policy/session.ts";
import type { World } from "./policy/world.ts";
import { serviceFor } from "./tools/services.ts";
import { tradeOf } from "./tools/trade.ts";

/** What the house knows of a customer before the first word. */
export function knownCustomer(contact: Contact): KnownCustomer {
  const { name, language, address: street, address_unit: unit, city, state, zip } = contact;
  return { name, language, address: street === null ? null : { number: null, street, unit, city, state, zip } };
}

/** What customers told of themselves belongs to their contact. A name is replaced only by one that was asked for. */
export async function rememberCustomer(scope: Scope, conversation: Conversation, before: Session, session: Session) {
  const { name, address } = session;
  const contact = await getContact(scope, contactOf(conversation));
  const isNewName = name !== null && name !== contact.name && (contact.name === null || before.asked === "name");
  const moved = address?.street != null && JSON.stringify(address) !== JSON.stringify(before.address);
  const changes = {
    ...(isNewName ? { name } : {}),
    ...(moved ? whereTo(address) : {}),
  };
  if (Object.keys(changes).length > 0) await updateContact(scope, contact.id, changes);
}

function whereTo({ number, street, unit, city, state, zip }: NonNullable<Session["address"]>) {
  return { address: [number, street].filter(Boolean).join(" "), address_unit: unit, city, state, zip };
}

const URGENCY = { life: "emergency", urgent: "high", routine: "normal" } as const;

/** The open lead learns what the talk brings to light. When the talk has ended there is none, but for an emergency. */
export async function qualifyLead(
  scope: Scope,
  conversation: Conversation,
  { session, phrases }: Decision,
  world: World,
  heard: Heard,
): Promise<void> {
  if (session.ended !== null) return noteEmergency(scope, conversation, session, heard);
  if (session.problem === null || session.moving !== null) return;
  const lead = await leadOf(scope, conversation);
  const trade = tradeOf(session, world);
  const { low, high } = world.estimates[session.chosen?.rate ?? "normal"];
  const { address } = session;
  await updateLead(scope, lead.id, {
    problem_description: [session.problem, ...session.details].join("\n"),
    job_type: serviceFor(session.problem, trade).name.en,
    trade,
    urgency_level: URGENCY[session.level],
    estimated_value: ((low + high) / 2).toFixed(2),
    ai_confidence_score: heard.understanding.confidence,
    ...(address === null ? {} : { address: addressInWords(address), zip: address.zip }),
    ...progress(
      lead,
      phrases.some(({ say }) => say.startsWith("estimate_")),
      address !== null,
    ),
  });
}

/** What turns dangerous after the talk is told with the visit that was booked, or begins a lead of its own. */
async function noteEmergency(
  scope: Scope,
  conversation: Conversation,
  { ended }: Session,
  { text, understanding }: Heard,
) {
  if (understanding.level === "routine") return;
  const booked = ended === "booked" ? await findLatestLead(scope, conversation.id) : null;
  const lead = booked ?? (await leadOf(scope, conversation));
  await updateLead(scope, lead.id, {
    problem_description: [lead.problem_description, text].filter(Boolean).join("\n"),
    urgency_level: URGENCY[understanding.level],
  });
}

/** A lead only moves on: contacted, qualified when the place is known, quoted when a price was said. */
function progress({ status }: Lead, isQuoted: boolean, hasPlace: boolean): Pick<LeadFields, "status"> {
  if (isQuoted && ["new", "contacted", "qualified"].includes(status)) return { status: "quoted" };
  if (hasPlace && ["new", "contacted"].includes(status)) return { status: "qualified" };
  return status === "new" ? { status: "contacted" } : {};
}

export async function leadOf(scope: Scope, conversation: Conversation): Promise<Lead> {
  return ensureLead(scope, {
    contactId: contactOf(conversation),
    conversationId: conversation.id,
    callId: conversation.last_call_id,
    source: conversation.last_call_id === null ? "text" : "missed_call",
  });
}

export function contactOf(conversation: Conversation): string {
  if (conversation.contact_id === null) throw new Error("A conversation with the dispatcher has a contact.");
  return conversation.contact_id;
}
