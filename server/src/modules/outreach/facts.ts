import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { consentsOf, optOutState, regionOfPhone, zonesOfPhone } from "#compliance";
import { findContactByPhone, lineTypeOf } from "#contacts";
import { findNumberByPhone, getNumber } from "#numbers";
import type { Scope } from "#platform/scope.ts";
import { isWithheld } from "#platform/values/phone.ts";
import { getSettings } from "#tenants";
import type { GateFacts } from "./gate-facts.ts";
import { LOOP_SPAN, machineExchanges } from "./loop.ts";
import { selectKnown, selectSentSince } from "./queries.ts";
import { type Correspondence, correspondenceOf, type SendWish, sendConditions } from "./wish.ts";

/** More than these says nothing new about a loop. */
const NEWEST_TEXTS = 20;

/** Looks everything up that the gate decides by. The caller holds the recipient's lock. */
export async function gatherFacts(scope: Scope, wish: SendWish): Promise<GateFacts> {
  const { recipient } = wish;
  const now = scope.now();
  const letters = correspondenceOf(scope);
  const [contact, optOut, sender, records, texts, ownNumber, lineType, settings, consents, pen, conditions] =
    await Promise.all([
      findContactByPhone(scope, recipient),
      optOutState(scope, recipient),
      getNumber(scope, wish.phoneNumberId),
      selectKnown(scope, wish),
      letters.newestFrom(scope, recipient, NEWEST_TEXTS),
      findNumberByPhone(scope, recipient),
      lineTypeOf(scope, recipient),
      getSettings(scope),
      consentsOf(scope, recipient),
      penOf(scope, letters, wish),
      askConditions(scope, wish.conditions ?? []),
    ]);
  const { sent_today, daily_cap, automated_last_hour, same_asker, ...known } = records;
  return {
    now,
    expires_at: now.add(wish.validFor),
    class: wish.class,
    requested_by: wish.requestedBy,
    confirms_opt_out: wish.confirmsOptOut ?? false,
    body_length: wish.body.length,
    media_count: wish.mediaUrls?.length ?? 0,
    recipient: {
      phone: recipient,
      country: parsePhoneNumberFromString(recipient)?.country ?? null,
      is_withheld: isWithheld(recipient),
      is_ours: ownNumber !== null,
      line_type: lineType,
    },
    is_staff: known.is_colleague || [...sender.forward_to, settings.emergency_phone].includes(recipient),
    zones: contact?.timezone == null ? zonesOfPhone(recipient) : [contact.timezone],
    region: regionOfPhone(recipient),
    opted_out_since: optOut.optedOut ? optOut.since : null,
    do_not_contact: contact?.do_not_contact ?? false,
    is_excluded: known.is_excluded,
    consents,
    last_call_at: known.last_call_at,
    last_text_at: texts[0]?.at ?? null,
    sender: { status: sender.status, is_registered: sender.sender_registered, sent_today, daily_cap },
    earlier: {
      automated_last_hour,
      same_asker,
      machine_exchanges: await countMachineExchanges(scope, recipient, texts),
    },
    once_per_minutes: wish.oncePer?.total("minutes") ?? null,
    unprompted_enough: false,
    pen,
    conditions,
  };
}

async function countMachineExchanges(scope: Scope, recipient: string, texts: { at: Temporal.Instant; body: string }[]) {
  const since = scope.now().subtract(LOOP_SPAN);
  const received = texts.filter(({ at }) => Temporal.Instant.compare(at, since) >= 0);
  return received.length === 0 ? 0 : machineExchanges(received, await selectSentSince(scope, recipient, since));
}

async function penOf(scope: Scope, letters: Correspondence, wish: SendWish): Promise<GateFacts["pen"]> {
  if (wish.ownershipToken == null) return null;
  const current = wish.conversationId == null ? null : await letters.holdPen(scope, wish.conversationId);
  return { held: wish.ownershipToken, current };
}

/** Asks each condition of the module that understands it. One that nobody understands does not hold. */
export async function askConditions(scope: Scope, conditions: readonly { name: string; data: unknown }[]) {
  const answers: GateFacts["conditions"][number][] = [];
  for (const { name, data } of conditions) {
    const check = scope.answers(sendConditions).find((one) => one.name === name);
    const answer = (await check?.holds(scope, data)) ?? {
      holds: false,
      sentence: `Nobody can say whether ${name} holds.`,
    };
    answers.push({ name, ...answer });
  }
  return answers;
}
