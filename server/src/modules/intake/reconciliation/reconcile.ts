import { type AccountWithNumbers, accountsWithNumbers } from "#numbers";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { announceRepairs } from "./alarm.ts";
import { askCarrier, CarrierTrouble } from "./carrier-trouble.ts";
import { comparePage } from "./compare-page.ts";
import { deposit } from "./deposit.ts";
import { type ListedRow, rowOfCall, rowOfMessage } from "./listed-rows.ts";
import { createOrphans } from "./orphans.ts";
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
    const tally = await walk(ports, tenantId, account, { ...whose, window });
    const state = await inScope((scope) =>
      conclude(ports, scope, whose, () => finishComparison(scope, whose, window, tally)),
    );
    return { state, isUnsettled: tally.repaired.size > 0 || tally.isOpen };
  } catch (error) {
    if (!(error instanceof CarrierTrouble)) throw error;
    ports.log.warn({ resource, code: error.code }, `the carrier's list could not be compared: ${error.message}`);
    const state = await inScope((scope) => conclude(ports, scope, whose, () => failComparison(scope, whose, error)));
    return { state, isUnsettled: !error.lasts };
  }
}

/** What the pages up to a failure repaired is announced, too, and what a comparison that was cut off had found before. */
async function conclude(ports: Ports, scope: Scope, whose: Whose, note: () => Promise<SyncState>): Promise<SyncState> {
  const state = await note();
  await announceRepairs(ports, scope, whose);
  scope.nudge("reconciliation", state.id);
  return state;
}

type Walk = Whose & { window: Window };

/** Goes through the list, one page after another: what is held is one page, and the legs that still lack their call. */
async function walk(ports: Ports, tenantId: string, account: AccountWithNumbers, what: Walk): Promise<Tally> {
  const tally = emptyTally();
  const orphans = createOrphans();
  let next: string | null = null;
  do {
    const page: ListPage = await askCarrier(() => list(ports, account, what, next));
    const rows = [...page.rows.toReversed(), ...orphans.claim(page.callSids)];
    const left = await deposit(ports, tenantId, account, what, await comparePage(ports, tenantId, rows));
    for (const { finding } of left.known) count(tally, finding);
    // Whose call is on this page and has no number of ours is a leg of somebody else's.
    orphans.keep(left.orphans.filter(({ about }) => !page.callSids.has(about)));
    next = page.next;
  } while (next !== null);
  return tally;
}

/** A page of a list: the rows that may be ours, and the sids of all its calls. */
type ListPage = { rows: ListedRow[]; callSids: ReadonlySet<string>; next: string | null };

async function list(
  ports: Ports,
  account: AccountWithNumbers,
  { resource, window }: Walk,
  next: string | null,
): Promise<ListPage> {
  const wanted = { since: window.from, next };
  if (resource === "calls") {
    const { items, next: further } = await ports.telephony.pageOfCalls(account, wanted);
    const rows = items.flatMap((call) => rowOfCall(account, call) ?? []);
    return { rows, callSids: new Set(items.map(({ callSid }) => callSid)), next: further };
  }
  const { items, next: further } = await ports.telephony.pageOfMessages(account, wanted);
  return { rows: items.flatMap((message) => rowOfMessage(account, message) ?? []), callSids: new Set(), next: further };
}
