import type { Message } from "../../../../simulator/src/messaging/message.ts";
import type { Kept, KeptCall } from "./kept.ts";
import type { ToldCall } from "./reckoning.ts";

/** A text that the carrier took, and when by its clock. */
export type Taken = Pick<Message, "sid" | "createdAt">;

type Texts = { taken: readonly Taken[] } & Pick<Kept, "leftAt">;

/** I3, I4 and I5, told by what the carrier took. */
export function wrongTexts(told: ToldCall, call: KeptCall | undefined, texts: Texts): string[] {
  return [...tooMany(told, call, texts), ...afterStop(told, texts), ...forgotten(told, call, texts)];
}

/** I3: at most one text for a missed call, none for another. A STOP of a carrier's word is confirmed by the carrier alone. */
function tooMany({ callSid }: ToldCall, call: KeptCall | undefined, { taken }: Texts): string[] {
  if (taken.length > 1) return [`I3: the carrier took ${taken.length} texts for the call ${callSid}.`];
  if (taken.length === 0 || call?.missed === true) return [];
  return [`I3: a text went out for the call ${callSid}, which was not missed.`];
}

/**
 * I4: a missed call has one text or a reason. That its text was called back by STOP is one; so is that the text would have
 * come too late to be of use, when a person was asked to call instead.
 */
function forgotten({ callSid, stops }: ToldCall, call: KeptCall | undefined, { taken }: Texts): string[] {
  if (call?.missed !== true || taken.length > 0) return [];
  if (call.outcome === null) return [`I4: the missed call ${callSid} has neither a text nor a reason.`];
  if (call.outcome !== "texted")
    return call.reason === null ? [`I4: the missed call ${callSid} has no text and no reason.`] : [];
  const { text_state: state, text_state_reason: reason } = call;
  const isCalledBack = stops && state === "cancelled" && reason === "opt_out";
  const isTooLate = state === "cancelled" && reason === "expired" && call.has_task;
  if (isCalledBack || isTooLate) return [];
  return [`I4: the carrier never took the text for the call ${callSid}; here it is ${state}, ${reason}.`];
}

/** A process may hand over what it marked as leaving for so long: the lease of a text. */
const LONGEST_ON_ITS_WAY_MS = 30_000;

/** I5: what the carrier took after the STOP was acknowledged had begun to leave before. */
function afterStop({ callSid, stoppedAt }: ToldCall, { taken, leftAt }: Texts): string[] {
  if (stoppedAt === null) return [];
  return taken.flatMap(({ sid, createdAt }) => {
    if (createdAt <= stoppedAt) return [];
    const wasOnItsWay = (leftAt.get(sid) ?? createdAt) <= stoppedAt && createdAt - stoppedAt <= LONGEST_ON_ITS_WAY_MS;
    if (wasOnItsWay) return [];
    const lateBy = createdAt - stoppedAt;
    return [`I5: the carrier took the text ${sid} for the call ${callSid} ${lateBy} ms after STOP was acknowledged.`];
  });
}
