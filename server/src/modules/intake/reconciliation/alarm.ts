import { z } from "zod";
import { defineEvent } from "#platform/events.ts";
import { id } from "#platform/http/fields.ts";
import type { Ports } from "#platform/ports.ts";
import type { Scope } from "#platform/scope.ts";
import { takeUnannounced } from "./repairs.ts";
import { RESOURCES, type Whose } from "./sync-state.ts";

/** Webhooks were lost: something had to be taken from the carrier's list. */
export const webhookLost = defineEvent(
  "carrier.webhook_lost",
  1,
  z.object({
    account_id: id,
    resource: z.enum(RESOURCES),
    /** Calls or texts that we had never heard of. */
    missing: z.int(),
    /** Calls or texts of which something was missing, those included. */
    repaired: z.int(),
  }),
);

/** Raises the alarm about what had to be repaired: to the log, to other modules, and so to the owner. */
export async function announceRepairs(ports: Pick<Ports, "log">, scope: Scope, whose: Whose): Promise<void> {
  const counts = await takeUnannounced(scope, whose);
  if (counts.repaired === 0) return;
  const { accountId: account_id, resource } = whose;
  ports.log.warn(
    { tenant: scope.tenantId, account: account_id, resource, ...counts },
    "webhooks of the carrier were lost; what they said was taken from its list",
  );
  await scope.emit(webhookLost, { account_id, resource, ...counts });
}
