import { hookUrl } from "#intake";
import { accountOf } from "#numbers";
import type { JobContext } from "#platform/jobs.ts";
import type { Ports } from "#platform/ports.ts";
import { SYSTEM } from "#platform/scope.ts";
import type { SendOutcome } from "#providers/telephony/port.ts";
import type { WhichMessage } from "./calls.ts";
import { type Claim, claim } from "./claim.ts";
import { conclude } from "./conclude.ts";

/** The carrier drops what it could not deliver in this time: a text-back that comes later is of no use. */
const VALIDITY_SECONDS = 600;

/** Sends one queued text, if it may leave now: claim, hand over, conclude. */
export async function send(ports: Ports, { tenantId, data }: JobContext<WhichMessage>): Promise<void> {
  const claimed = await claim(ports, tenantId, data.outbound_message_id);
  if (claimed === null) return;
  const outcome = await handOver(ports, tenantId, claimed);
  await ports.scope(tenantId, SYSTEM, (scope) => conclude(scope, claimed, outcome));
}

/** Gives the text to the carrier. What is thrown here leaves the outcome to be found out when the lease has ended. */
export async function handOver(ports: Ports, tenantId: string, claimed: Claim): Promise<SendOutcome> {
  const { publicUrl } = ports.config;
  if (publicUrl === null) throw new Error("Texts need an address for the carrier's reports. Set PUBLIC_URL.");
  const account = await accountOf(ports, tenantId);
  // A process that slept through its lease may meanwhile have been replaced by another.
  if (Temporal.Instant.compare(ports.clock.now(), claimed.leased_until) >= 0)
    throw new Error("The lease ended before the text could leave.");
  return ports.telephony.sendMessage(account, {
    from: claimed.from,
    to: claimed.recipient,
    body: claimed.body,
    mediaUrls: claimed.media_urls,
    statusCallback: `${hookUrl(publicUrl, claimed.hook_token, "sms-status")}?oid=${claimed.id}`,
    validitySeconds: VALIDITY_SECONDS,
  });
}
