import { lockRecipient } from "#compliance";
import { accountOf, getNumber } from "#numbers";
import type { JobContext } from "#platform/jobs.ts";
import type { Ports } from "#platform/ports.ts";
import { SYSTEM } from "#platform/scope.ts";
import { settleAt, type WhichMessage } from "./calls.ts";
import { catchUp, enterWord } from "./delivery.ts";
import { findOutbound, lockOutbound } from "./queries.ts";

/** A carrier that did not list its messages is asked again after so long. */
const ASK_AGAIN = { minutes: 5 };

/** When reports contradict each other or stay away, the carrier's own list says what became of a text. */
export async function settleDelivery(ports: Ports, { tenantId, data }: JobContext<WhichMessage>): Promise<void> {
  const asked = await ports.scope(tenantId, SYSTEM, async (scope) => {
    const message = await findOutbound(scope, data.outbound_message_id);
    if (message === null || message.message_sid === null) return null;
    return { ...message, from: (await getNumber(scope, message.phone_number_id)).phone_number };
  });
  if (asked === null) return;
  const { from, recipient: to, created_at: since } = asked;
  const account = await accountOf(ports, tenantId);
  const listed = await ports.telephony.listMessages(account, { from, to, since }).catch(() => null);
  if (listed === null)
    return ports.scope(tenantId, SYSTEM, (scope) => settleAt(scope, asked.id, scope.now().add(ASK_AGAIN)));
  const truth = listed.find(({ messageSid }) => messageSid === asked.message_sid);
  if (truth === undefined) return;
  await ports.scope(tenantId, SYSTEM, async (scope) => {
    await lockRecipient(scope, asked.recipient);
    const message = await lockOutbound(scope, asked.id);
    if (message === null) return;
    const word = { message_sid: truth.messageSid, status: truth.status, error_code: null, occurred_at: scope.now() };
    await enterWord(scope, { ...word, source: "reconciliation", payload: truth }, message.id);
    await catchUp(scope, message, truth.messageSid);
  });
}
