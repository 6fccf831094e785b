import { z } from "zod";
import { defineEvent } from "#platform/events.ts";
import { id } from "#platform/http/fields.ts";
import type { Ports } from "#platform/ports.ts";
import type { Scope } from "#platform/scope.ts";
import { RESOURCES, type SyncState } from "./sync-state.ts";

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

/** Raises the alarm about what a comparison had to repair: to the log, to other modules, and so to the owner. */
export async function announceRepair(ports: Pick<Ports, "log">, scope: Scope, state: SyncState): Promise<void> {
  const { account_id, missing, repaired } = state;
  const resource = z.enum(RESOURCES).parse(state.resource);
  ports.log.warn(
    { tenant: scope.tenantId, account: account_id, resource, missing, repaired },
    "webhooks of the carrier were lost; what they said was taken from its list",
  );
  await scope.emit(webhookLost, { account_id, resource, missing, repaired });
}
