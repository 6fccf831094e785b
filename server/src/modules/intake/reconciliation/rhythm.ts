import { z } from "zod";
import { id } from "#platform/http/fields.ts";
import type { JobCall } from "#platform/jobs.ts";
import type { Scope } from "#platform/scope.ts";
import { selectSyncStates } from "./sync-state.ts";

const whichAccount = z.object({ account_id: id });

/** One comparison of an account at a time. */
export const RECONCILE: JobCall<z.output<typeof whichAccount>> = {
  name: "intake.reconcile",
  data: whichAccount,
  queue: (data) => `reconcile:${data.account_id}`,
  priority: 5,
};

/** What was repaired is looked at again, and so is what may still have been on its way. */
export const SOON = { minutes: 1 };
/** Signals come in swarms; one comparison answers all of them. */
const BETWEEN_SIGNALS = { seconds: 30 };

export const timerKey = (accountId: string) => `reconcile:${accountId}`;

/** Compares an account at a moment; one timer an account. */
export async function reconcileAt(scope: Scope, accountId: string, at: Temporal.Instant): Promise<void> {
  await scope.setTimer(timerKey(accountId), at, RECONCILE, { account_id: accountId });
}

/** Compares an account now, because something says that webhooks are being lost. */
export async function reconcileNow(scope: Scope, accountId: string): Promise<void> {
  const states = await selectSyncStates(scope);
  const begun = states.filter(({ account_id }) => account_id === accountId).map(({ started_at }) => started_at);
  const soonest = begun.map((at) => at.add(BETWEEN_SIGNALS)).sort(Temporal.Instant.compare)[0] ?? scope.now();
  await reconcileAt(scope, accountId, later(soonest, scope.now()));
}

export const later = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) > 0 ? one : other;
