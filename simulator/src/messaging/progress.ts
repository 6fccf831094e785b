import type { Parameters } from "../webhooks/signing.ts";
import type { World } from "../world.ts";
import type { Message, MessageStatus } from "./message.ts";

const finalStatuses: readonly MessageStatus[] = ["delivered", "undelivered", "failed", "canceled"];
const isSettled = (message: Message): boolean => finalStatuses.includes(message.status);

/**
 * Writes a message's next state into the ledger and tells its status callback; the initial state is never told, and no
 * state twice.
 * Resolves when the callback was delivered (or lost).
 */
export async function progressMessage(
  world: World,
  message: Message,
  status: MessageStatus,
  { errorCode = null, atOnce = false }: { errorCode?: number | null; atOnce?: boolean } = {},
): Promise<void> {
  if (isSettled(message) || message.history.some((past) => past.status === status)) return;
  const now = world.carrierNow();
  message.status = status;
  message.errorCode = errorCode;
  message.updatedAt = now;
  if (status === "sent") message.sentAt = now;
  message.history.push({ status, at: now });
  world.feed.tell("message.status", { sid: message.sid, from: message.from, to: message.to, status, errorCode });
  if (message.statusCallback === undefined) return;
  await world.webhooks.tell({
    kind: "message.status",
    accountSid: message.accountSid,
    resourceSid: message.sid,
    hook: { url: message.statusCallback, method: "POST" },
    params: statusParameters(message),
    isFinal: isSettled(message),
    atOnce,
  });
}

/** Source: recorded requests; Twilio, "Track the message status of outbound messages". */
const statusParameters = (message: Message): Parameters => ({
  MessageSid: message.sid,
  MessageStatus: message.status,
  SmsSid: message.sid,
  SmsStatus: message.status,
  AccountSid: message.accountSid,
  From: message.from,
  To: message.to,
  ApiVersion: "2010-04-01",
  ...(message.messagingServiceSid === null ? {} : { MessagingServiceSid: message.messagingServiceSid }),
  ...(message.errorCode === null ? {} : { ErrorCode: String(message.errorCode), ErrorMessage: "" }),
});
