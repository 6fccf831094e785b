import { findOrCreateContact } from "#contacts";
import { primaryNumber } from "#numbers";
import { Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { readPhone } from "#platform/values/phone.ts";
import { BAD_PHONE } from "./errors.ts";
import { openConversation } from "./open-conversation.ts";
import { say } from "./say.ts";

/** A person writes to a number, known or not; the thread there is continues. Returns its id. @throws Refused bad_phone. */
export async function startConversation(
  scope: Scope,
  start: { phone: string; body: string; userId: string },
): Promise<string> {
  const phone = readPhone(start.phone);
  if (phone === null) throw new Refused(BAD_PHONE);
  const contact = await findOrCreateContact(scope, { phone, source: "person" });
  const number = await primaryNumber(scope);
  const opening = { customerPhone: phone, phoneNumberId: number.id, contactId: contact.id };
  const { id } = await openConversation(scope, opening);
  await say(scope, { conversationId: id, as: "human", userId: start.userId, body: start.body });
  return id;
}
