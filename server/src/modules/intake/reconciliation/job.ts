import { defineJob } from "#platform/jobs.ts";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { reconcile } from "./reconcile.ts";
import { RECONCILE, reconcileAt, SOON } from "./rhythm.ts";

/** Compares an account and sets its next time first: a process that dies at it leaves that to the next. */
export const reconcileJob = defineJob({
  ...RECONCILE,
  async run(ports, { tenantId, data: { account_id: accountId } }) {
    const next = async (pause: Temporal.DurationLike) =>
      ports.scope(tenantId, SYSTEM, (scope) => comeAgain(ports, scope, accountId, pause));
    await next({ minutes: ports.config.reconcileMinutes });
    const comparisons = await reconcile(ports, tenantId, { accountId });
    if (comparisons.some(({ isUnsettled }) => isUnsettled)) await next(SOON);
  },
});

async function comeAgain(ports: Ports, scope: Scope, accountId: string, pause: Temporal.DurationLike): Promise<void> {
  if (ports.config.reconcileMinutes === 0) return;
  await reconcileAt(scope, accountId, scope.now().add(pause));
}
