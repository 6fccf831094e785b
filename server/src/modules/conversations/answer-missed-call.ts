import { answeredOrOutboundSince, getCall } from "#calls";
import { lockRecipient, optOutState, recordConsent } from "#compliance";
import { findContactByPhone, findOrCreateContact, lineTypeOf } from "#contacts";
import { findNumberByPhone, getNumber } from "#numbers";
import { isExcluded } from "#outreach";
import type { Scope } from "#platform/scope.ts";
import { getBusiness, getSettings, openingAt } from "#tenants";
import { askToCallBack } from "./call-back-task.ts";
import { findOpenOn } from "./conversation.ts";
import { openConversation } from "./open-conversation.ts";
import { lastTextBack, wroteSince } from "./queries.ts";
import { say } from "./say.ts";
import { type CallerFacts, decideTextBack, type MissedCall, type MissedCallFacts } from "./text-back.ts";
import { textBackBody } from "./wording.ts";

/**
 * Gives a missed call what it deserves, and keeps what that was: one row a call, whatever the outcome. Calls of one person
 * wait for each other, so that ten redials get one text.
 */
export async function answerMissedCall(scope: Scope, missed: MissedCall): Promise<void> {
  const [desk] = await Promise.all([
    layOut(scope, missed),
    missed.customer_phone === null ? null : lockRecipient(scope, missed.customer_phone),
  ]);
  const decision = decideTextBack(await gatherFacts(scope, missed, desk));
  if (decision.outcome === "not_texted") return keep(scope, missed, decision, await joinThread(scope, missed));
  if (decision.outcome === "task_created" || missed.customer_phone === null) {
    const activity_id = await askToCallBack(scope, missed, decision.reason);
    return keep(scope, missed, decision, { activity_id });
  }
  await textBack(scope, { ...missed, customer_phone: missed.customer_phone }, desk);
}

type Desk = Awaited<ReturnType<typeof layOut>>;

async function layOut(scope: Scope, missed: MissedCall) {
  const [settings, business, call, number] = await Promise.all([
    getSettings(scope),
    getBusiness(scope),
    getCall(scope, missed.call_id),
    getNumber(scope, missed.phone_number_id),
  ]);
  return { settings, business, call, number, opening: openingAt(settings, business.timezone, missed.missed_at) };
}

async function gatherFacts(scope: Scope, missed: MissedCall, desk: Desk): Promise<MissedCallFacts> {
  const { customer_phone: phone, missed_at } = missed;
  const { settings, opening, call, number } = desk;
  const windowStart = scope.now().subtract({ minutes: settings.text_back_window_minutes });
  return {
    now: scope.now(),
    missed_at,
    customer_phone: phone,
    auto_response_enabled: settings.auto_response_enabled,
    max_age_minutes: settings.text_back_max_age_minutes,
    opening,
    sender_registered: number.sender_registered,
    ...(phone === null ? NOBODY : await knownOf(scope, phone, call.started_at, windowStart)),
  };
}

/** A caller who withheld the number. */
const NOBODY: CallerFacts = {
  is_own_number: false,
  is_excluded: false,
  opted_out: false,
  do_not_contact: false,
  line_type: "unknown",
  spoken_since: false,
  written_since: false,
  within_window: null,
};

async function knownOf(
  scope: Scope,
  phone: string,
  calledAt: Temporal.Instant,
  windowStart: Temporal.Instant,
): Promise<CallerFacts> {
  const [ownNumber, is_excluded, optOut, contact, line_type, spoken_since, written_since, within_window] =
    await Promise.all([
      findNumberByPhone(scope, phone),
      isExcluded(scope, phone),
      optOutState(scope, phone),
      findContactByPhone(scope, phone),
      lineTypeOf(scope, phone),
      answeredOrOutboundSince(scope, phone, calledAt),
      wroteSince(scope, phone, calledAt),
      lastTextBack(scope, phone, windowStart),
    ]);
  return {
    is_own_number: ownNumber !== null,
    is_excluded,
    opted_out: optOut.optedOut,
    do_not_contact: contact?.do_not_contact ?? false,
    line_type,
    spoken_since,
    written_since,
    within_window,
  };
}

async function textBack(scope: Scope, missed: MissedCall & { customer_phone: string }, desk: Desk): Promise<void> {
  const { customer_phone: phone, call_id, phone_number_id } = missed;
  const { settings, business, opening, call } = desk;
  const contact = await findOrCreateContact(scope, { phone, name: call.caller_name, source: "missed_call" });
  const conversation = await openConversation(scope, {
    customerPhone: phone,
    phoneNumberId: phone_number_id,
    contactId: contact.id,
    callId: call_id,
  });
  await recordConsent(scope, { phone, kind: "implied", source: "call", callId: call_id });
  const { decision } = await say(scope, {
    conversationId: conversation.id,
    as: "system",
    body: textBackBody(opening, conversation.language, settings, business),
    cause: `text_back:${call_id}`,
    callId: call_id,
    oncePer: Temporal.Duration.from({ minutes: settings.text_back_window_minutes }),
    validFor: Temporal.Duration.from({ minutes: settings.text_back_max_age_minutes }),
  });
  const { verdict, reason, sentence, outboundMessageId: outbound_message_id } = decision;
  const thread = { conversation_id: conversation.id };
  if (verdict === "allowed") {
    const texted = { outcome: "texted", reason: "missed_call" };
    return keep(scope, missed, texted, { ...thread, outbound_message_id, wording: opening.kind });
  }
  const activity_id = await askToCallBack(scope, missed, reason, sentence);
  await keep(scope, missed, { outcome: "task_created", reason }, { ...thread, activity_id });
}

/** A call without a text still belongs to the thread that there is. */
async function joinThread(scope: Scope, missed: MissedCall): Promise<{ conversation_id: string | null }> {
  const { customer_phone: customerPhone, phone_number_id: phoneNumberId, call_id: callId } = missed;
  if (customerPhone === null) return { conversation_id: null };
  const number = await getNumber(scope, phoneNumberId);
  const known = await findOpenOn(scope, customerPhone, number.phone_number);
  if (known === null || known.status === "resolved") return { conversation_id: null };
  await openConversation(scope, { customerPhone, phoneNumberId, contactId: known.contact_id, callId });
  return { conversation_id: known.id };
}

type Kept = {
  conversation_id?: string | null;
  outbound_message_id?: string | null;
  activity_id?: string;
  wording?: string;
};

async function keep(
  scope: Scope,
  missed: MissedCall,
  { outcome, reason }: { outcome: string; reason: string },
  kept: Kept,
) {
  await scope.tx
    .insertInto("text_backs")
    .values({ tenant_id: scope.tenantId, id: scope.newId(), call_id: missed.call_id, outcome, reason, ...kept })
    .execute();
  scope.nudge("calls", missed.call_id);
}
