import { activeAccounts } from "#numbers";
import type { RunningService, Service } from "#platform/module.ts";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { RECONCILE, reconcileAt, SOON, timerKey } from "./rhythm.ts";
import { selectSyncStates } from "./sync-state.ts";

/**
 * Sees to it that every account is compared in its rhythm. Timers outlive a process: one that fell due while nothing ran
 * is due at the start. Only accounts that have none, being new, are given their first here.
 */
export const keepReconciling: Service = { name: "reconciliation", start: startKeeping };

function startKeeping(ports: Ports): RunningService {
  const { reconcileMinutes } = ports.config;
  if (reconcileMinutes === 0) return { settled: async () => undefined, stop: async () => undefined };
  let cancel = () => undefined as void;
  let looking: Promise<void> = Promise.resolve();

  function look(): void {
    cancel = ports.clock.schedule(ports.clock.now().add({ minutes: reconcileMinutes }), look);
    looking = beginWithNewAccounts(ports).catch((error: unknown) =>
      ports.log.warn({ err: error }, "accounts that are not compared yet could not be looked for; trying again"),
    );
  }

  look();
  return {
    settled: () => looking,
    async stop() {
      cancel();
      await looking;
    },
  };
}

async function beginWithNewAccounts(ports: Ports): Promise<void> {
  const timers = await ports.database.platform
    .selectFrom("timers")
    .select("key")
    .where("job", "=", RECONCILE.name)
    .execute();
  const keys = new Set(timers.map(({ key }) => key));
  for (const { id, tenant_id } of await activeAccounts(ports))
    if (!keys.has(timerKey(id))) await ports.scope(tenant_id, SYSTEM, (scope) => begin(scope, id));
}

/** An account that was compared before and has no timer is about to be compared, or its job was lost: it is given time. */
async function begin(scope: Scope, accountId: string): Promise<void> {
  const timer = await scope.tx
    .selectFrom("timers")
    .select("id")
    .where("tenant_id", "=", scope.tenantId)
    .where("key", "=", timerKey(accountId))
    .executeTakeFirst();
  if (timer !== undefined) return;
  const isNew = !(await selectSyncStates(scope)).some(({ account_id }) => account_id === accountId);
  await reconcileAt(scope, accountId, isNew ? scope.now() : scope.now().add(SOON));
}
