import { type AccountWithNumbers, accountsWithNumbers } from "#numbers";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { createStore } from "../store.ts";
import { announceRepair } from "./alarm.ts";
import { askCarrier, CarrierTrouble } from "./carrier-trouble.ts";
import { type ComparedRow, comparePage } from "./compare-page.ts";
import { type ListedRow, rowOfCall, rowOfMessage } from "./listed-rows.ts";
import { withMedia } from "./media.ts";
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

/** Goes through the list from the newest to the oldest page. */
async function walk(ports: Ports, tenantId: string, account: AccountWithNumbers, what: Walk): Promise<Tally> {
  const tally = emptyTally();
  /** Legs of calls that nobody has heard of; those calls stand further down the list. */
  let orphans: ListedRow[] = [];
  let next: string | null = null;
  do {
    const page: { rows: ListedRow[]; next: string | null } = await askCarrier(() => list(ports, account, what, next));
    const found = await comparePage(ports, tenantId, [...page.rows.toReversed(), ...orphans]);
    orphans = await deposit(ports, tenantId, account, found);
    for (const row of found) if (!orphans.includes(row)) count(tally, row.finding);
    next = page.next;
  } while (next !== null);
  return tally;
}

async function list(ports: Ports, account: AccountWithNumbers, { resource, window }: Walk, next: string | null) {
  const wanted = { since: window.from, next };
  if (resource === "calls") {
    const page = await ports.telephony.pageOfCalls(account, wanted);
    return { rows: page.items.flatMap((call) => rowOfCall(account, call) ?? []), next: page.next };
  }
  const page = await ports.telephony.pageOfMessages(account, wanted);
  return { rows: page.items.flatMap((message) => rowOfMessage(account, message) ?? []), next: page.next };
}

/** Puts what we lack into the inbox, the oldest first. Returns the legs whose call is not known yet. */
async function deposit(
  ports: Ports,
  tenantId: string,
  account: AccountWithNumbers,
  rows: readonly ComparedRow[],
): Promise<ComparedRow[]> {
  const news = rows.filter(({ finding }) => finding.fate === "repaired" || finding.fate === "completed");
  const numbers = new Map(news.map(({ sid, phoneNumberId }) => [sid, phoneNumberId]));
  const store = createStore(ports);
  const stored: Promise<void>[] = [];
  const orphans: ComparedRow[] = [];
  for (const row of news) {
    const phone_number_id = row.phoneNumberId ?? numbers.get(row.about) ?? null;
    if (phone_number_id === null) {
      orphans.push(row);
      continue;
    }
    const body = await withMedia(ports, account, row);
    stored.push(
      store.add({
        tenant_id: tenantId,
        id: ports.ids.id(),
        topic: row.topic,
        dedupe_key: row.dedupeKey,
        subject: row.subject,
        phone_number_id,
        headers: {},
        body,
        received_at: ports.clock.now().toString(),
      }),
    );
  }
  await Promise.all(stored);
  return orphans;
}
