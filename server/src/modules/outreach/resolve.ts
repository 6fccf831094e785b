import { lockRecipient } from "#compliance";
import { accountOf, getNumber } from "#numbers";
import type { JobContext } from "#platform/jobs.ts";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import type { CarrierMessage } from "#providers/telephony/port.ts";
import { resolveAt, type WhichMessage } from "./calls.ts";
import { changeState } from "./change-state.ts";
import { catchUp, enterWord } from "./delivery.ts";
import { askToCall } from "./failures.ts";
import { findOutbound, lockOutbound, type Outbound } from "./queries.ts";
import { afterNotFound } from "./resolution.ts";
import { sendAgain } from "./send-again.ts";

/** The carrier's clock and ours may differ by so much. */
const CLOCK_SKEW = { minutes: 10 };

/** Finds out whether a text whose answer was lost, or whose sender died, reached the carrier. */
export async function resolve(ports: Ports, { tenantId, data }: JobContext<WhichMessage>): Promise<void> {
  const open = await ports.scope(tenantId, SYSTEM, (scope) => takeUp(scope, data.outbound_message_id));
  if (open === null) return;
  const listed = await listAtCarrier(ports, tenantId, open);
  await ports.scope(tenantId, SYSTEM, (scope) => settle(scope, open.id, listed));
}

type Open = { id: string; from: string; to: string; since: Temporal.Instant };

async function takeUp(scope: Scope, id: string): Promise<Open | null> {
  const message = await lockOutbound(scope, id);
  if (message === null || message.sending_at === null) return null;
  const { leased_until } = message;
  if (leased_until !== null) {
    if (Temporal.Instant.compare(leased_until, scope.now()) > 0) {
      await resolveAt(scope, id, leased_until);
      return null;
    }
    await changeState(scope, message, { state: "unknown", state_reason: "sender_lost" });
  } else if (message.state !== "unknown") return null;
  const number = await getNumber(scope, message.phone_number_id);
  const since = message.sending_at.subtract(CLOCK_SKEW);
  return { id, from: number.phone_number, to: message.recipient, since };
}

/** Null when the carrier did not answer. */
async function listAtCarrier(ports: Ports, tenantId: string, open: Open): Promise<CarrierMessage[] | null> {
  const account = await accountOf(ports, tenantId);
  try {
    return await ports.telephony.listMessages(account, open);
  } catch (error) {
    ports.log.warn({ err: error }, "the carrier did not list its messages; asking again later");
    return null;
  }
}

async function settle(scope: Scope, id: string, listed: CarrierMessage[] | null): Promise<void> {
  const seen = await findOutbound(scope, id);
  if (seen === null) return;
  await lockRecipient(scope, seen.recipient);
  const message = await lockOutbound(scope, id);
  if (message === null || message.state !== "unknown") return;
  const found = await ownAmong(scope, message, listed ?? []);
  if (found !== undefined) return adopt(scope, message, found);
  const { sending_at, expires_at, unresolved_attempts } = message;
  const step = afterNotFound({
    now: scope.now(),
    sending_at: sending_at ?? message.created_at,
    expires_at,
    unresolved_attempts,
    wasAnswered: listed !== null,
  });
  if (step.kind === "look_again") return resolveAt(scope, id, step.at);
  if (step.kind === "give_up") return giveUp(scope, message);
  await sendAgain(scope, message, { state_reason: "not_at_carrier", unresolved_attempts: unresolved_attempts + 1 });
}

/** The carrier's message that is this text: the same words, and known as no other text of ours. */
async function ownAmong(
  scope: Scope,
  message: Outbound,
  listed: CarrierMessage[],
): Promise<CarrierMessage | undefined> {
  const alike = listed.filter(({ body }) => body.trim() === message.body.trim());
  if (alike.length === 0) return undefined;
  const known = await scope.tx
    .selectFrom("outbound_messages")
    .select("message_sid")
    .where("tenant_id", "=", scope.tenantId)
    .where(
      "message_sid",
      "in",
      alike.map(({ messageSid }) => messageSid),
    )
    .execute();
  const others = new Set(known.map(({ message_sid }) => message_sid));
  return alike
    .filter(({ messageSid }) => !others.has(messageSid))
    .toSorted((a, b) => Temporal.Instant.compare(a.createdAt, b.createdAt))[0];
}

async function adopt(scope: Scope, message: Outbound, found: CarrierMessage): Promise<void> {
  const { messageSid, status, createdAt } = found;
  const word = { message_sid: messageSid, status, error_code: null, occurred_at: createdAt, payload: found };
  await enterWord(scope, { ...word, source: "reconciliation" }, message.id);
  await catchUp(scope, message, messageSid);
}

async function giveUp(scope: Scope, message: Outbound): Promise<void> {
  await changeState(scope, message, { state: "failed", state_reason: "unresolved" });
  await askToCall(
    scope,
    message,
    "The carrier did not answer, and its list does not show the text. It may not have arrived.",
  );
}
