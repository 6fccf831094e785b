import { createActivity, findContactByPhone, findOrCreateContact } from "#contacts";
import type { Scope } from "#platform/scope.ts";
import { formatNational } from "#platform/values/phone.ts";
import type { MissedCall } from "./text-back.ts";

/** Why a person has to call, by the code of the reason. */
const BECAUSE: Readonly<Record<string, string>> = {
  anonymous: "The caller withheld the number. Listen for a voicemail, or wait for another call.",
  landline: "This is a landline, which takes no texts. Call back.",
  sender_unregistered: "Our number is not registered for texts yet. Call back until it is.",
};

/** A task for a person instead of a text. Returns its id. */
export async function askToCallBack(
  scope: Scope,
  missed: Pick<MissedCall, "call_id" | "customer_phone">,
  reason: string,
  sentence?: string,
): Promise<string> {
  const { customer_phone: phone, call_id } = missed;
  if (phone !== null) await findOrCreateContact(scope, { phone, source: "missed_call" });
  const contact = phone === null ? null : await findContactByPhone(scope, phone);
  return createActivity(scope, {
    type: phone === null ? "task" : "call",
    subject:
      phone === null ? "Missed call from a withheld number" : `Call back ${contact?.name ?? formatNational(phone)}`,
    description: BECAUSE[reason] ?? `${sentence ?? reason} Call back.`,
    contactId: contact?.id ?? null,
    callId: call_id,
    priority: phone === null ? "normal" : "high",
  });
}
