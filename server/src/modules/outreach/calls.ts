import { z } from "zod";
import { id } from "#platform/http/fields.ts";
import type { JobCall } from "#platform/jobs.ts";
import type { Scope } from "#platform/scope.ts";
import { isReply } from "./lanes.ts";
import type { MessageClass } from "./wish.ts";

const data = z.object({ outbound_message_id: id });
export type WhichMessage = z.output<typeof data>;

/** Sends one queued text to a person who waits for it. */
export const SEND_REPLY: JobCall<WhichMessage> = { name: "outreach.send", data };
/** Sends one queued text of a campaign, behind every reply. */
export const SEND_CAMPAIGN: JobCall<WhichMessage> = { name: "outreach.send_campaign", data, priority: 10 };
/** Finds out what became of a text whose outcome is not known. */
export const RESOLVE: JobCall<WhichMessage> = { name: "outreach.resolve", data };
/** Asks the carrier for the end of a text when its reports contradict each other, or stay away. */
export const SETTLE: JobCall<WhichMessage> = { name: "outreach.settle_delivery", data };

/** Freezes the delivery of a text whose end was reported: nothing more is expected. */
export const FREEZE: JobCall<WhichMessage> = { name: "outreach.freeze", data };

const whichSid = z.object({ message_sid: z.string() });
export type WhichSid = z.output<typeof whichSid>;

/** Folds the words about a message that was not known as ours when they came. */
export const CATCH_UP: JobCall<WhichSid> = { name: "outreach.catch_up", data: whichSid };

/** A text has one next step at a time. */
const timerKey = (id: string) => `send:${id}`;

type Queued = { id: string; class: MessageClass; not_before: Temporal.Instant | null };

/** Starts the send of a queued text after this transaction, or at its moment. */
export async function startSend(scope: Scope, message: Queued): Promise<void> {
  const job = isReply(message.class) ? SEND_REPLY : SEND_CAMPAIGN;
  if (message.not_before === null) await scope.enqueue(job, { outbound_message_id: message.id });
  else await scope.setTimer(timerKey(message.id), message.not_before, job, { outbound_message_id: message.id });
}

/** Has it found out, at that moment, what became of a text; instead of whatever was next. */
export async function resolveAt(scope: Scope, id: string, at: Temporal.Instant): Promise<void> {
  await scope.setTimer(timerKey(id), at, RESOLVE, { outbound_message_id: id });
}

/** Has the carrier asked, at that moment, for the end of a text; instead of whatever was next. */
export async function settleAt(scope: Scope, id: string, at: Temporal.Instant): Promise<void> {
  await scope.setTimer(timerKey(id), at, SETTLE, { outbound_message_id: id });
}

/** Has a text frozen at that moment; instead of whatever was next. */
export async function freezeAt(scope: Scope, id: string, at: Temporal.Instant): Promise<void> {
  await scope.setTimer(timerKey(id), at, FREEZE, { outbound_message_id: id });
}

/** A text has come to its end. */
export async function nothingFollows(scope: Scope, id: string): Promise<void> {
  await scope.cancelTimer(timerKey(id));
}
