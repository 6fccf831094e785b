import { type AccountWithNumbers, accountsWithNumbers } from "#numbers";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { announceRepair } from "./alarm.ts";
import { askCarrier, CarrierTrouble } from "./carrier-trouble.ts";
import { comparePage } from "./compare-page.ts";
import { deposit } from "./deposit.ts";
import { type ListedRow, rowOfCall, rowOfMessage } from "./listed-rows.ts";
import {
  beginComparison,
  failComparison,
  finishComparison,
  RESOURCES,
  type Resource,
  type SyncState,
  type Whose,
} from "./sync-state.ts";
import { count, emptyTally, type Tally } from "./tally.ts";
import type { Window } from "./window.ts";

export type Comparison = {
  state: SyncState;
  /** Something was repaired or may still be on its way: look again soon. */
  isUnsettled: boolean;
};

/**
 * Compares what the carrier lists with what we have, and puts what we lack into the inbox, where it takes the way of the
 * webhooks: it is received when the inbox was drained. May be repeated, cut off and run twice at once: what is found again
 * is received once. A carrier that refuses or keeps silent is no error: the state tells it.
 * @param since reaches further back than usual.
 */
export async function reconcile(
  ports: Ports,
  tenantId: string,
  { since, accountId }: { since?: Temporal.Instant; accountId?: string } = {},
): Promise<Comparison[]> {
  const accounts = await accountsWithNumbers(ports, tenantId);
  const comparisons: Comparison[] = [];
  for (const account of accounts.filter(({ id }) => accountId === undefined || id === accountId))
    for (const resource of RESOURCES) comparisons.push(await compareList(ports, tenantId, account, resource, since));
  return comparisons;
}

async function compareList(
  ports: Ports,
  tenantId: string,
  account: AccountWithNumbers,
  resource: Resource,
  since?: Temporal.Instant,
): Promise<Comparison> {
  const whose = { accountId: account.id, resource };
  const inScope = <Result>(work: (scope: Scope) => Promise<Result>) => ports.scope(tenantId, SYSTEM, work);
  const window = await inScope((scope) => beginComparison(scope, whose, since));
  try {
    const tally = await walk(ports, tenantId, account, { resource, window });
    const state = await inScope((scope) => conclude(ports, scope, whose, window, tally));
    return { state, isUnsettled: tally.repaired.size > 0 || tally.isOpen };
  } catch (error) {
    if (!(error instanceof CarrierTrouble)) throw error;
    ports.log.warn({ resource, code: error.code }, `the carrier's list could not be compared: ${error.message}`);
    return { state: await inScope((scope) => failComparison(scope, whose, error)), isUnsettled: true };
  }
}

async function conclude(ports: Ports, scope: Scope, whose: Whose, window: Window, tally: Tally): Promise<SyncState> {
  const state = await finishComparison(scope, whose, window, tally);
  if (state.repaired > 0) await announceRepair(ports, scope, state);
  scope.nudge("reconciliation", state.id);
  return state;
}

type Walk = { resource: Resource; window: Window };

/** Goes through the list, one page after another: what is held is one page, and what of it still lacks its call. */
async function walk(ports: Ports, tenantId: string, account: AccountWithNumbers, what: Walk): Promise<Tally> {
  const tally = emptyTally();
  let orphans: readonly ListedRow[] = [];
  let next: string | null = null;
  do {
    const page: ListPage = await askCarrier(() => list(ports, account, what, next));
    const compared = await comparePage(ports, tenantId, [...page.rows.toReversed(), ...orphans]);
    const left = await deposit(ports, tenantId, account, compared);
    for (const { finding } of left.known) count(tally, finding);
    orphans = left.orphans;
    next = page.next;
  } while (next !== null);
  return tally;
}

type ListPage = { rows: ListedRow[]; next: string | null };

async function list(
  ports: Ports,
  account: AccountWithNumbers,
  { resource, window }: Walk,
  next: string | null,
): Promise<ListPage> {
  const wanted = { since: window.from, next };
  if (resource === "calls") {
    const page = await ports.telephony.pageOfCalls(account, wanted);
    return { rows: page.items.flatMap((call) => rowOfCall(account, call) ?? []), next: page.next };
  }
  const page = await ports.telephony.pageOfMessages(account, wanted);
  return { rows: page.items.flatMap((message) => rowOfMessage(account, message) ?? []), next: page.next };
}
