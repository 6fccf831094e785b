import type { AccountWithNumbers } from "#numbers";
import type { Ports } from "#platform/ports.ts";
import { SYSTEM } from "#platform/scope.ts";
import { createStore, type InboxRow } from "../store.ts";
import type { ComparedRow } from "./compare-page.ts";
import { withMedia } from "./media.ts";
import { noteRepairs } from "./repairs.ts";
import type { Whose } from "./sync-state.ts";

/** The rows of a page whose number is known, and the legs of calls that stand further down the list. */
export type Deposited = { known: ComparedRow[]; orphans: ComparedRow[] };

/** Puts what a page knows and we do not into the inbox, the oldest first: from there on it is a webhook like any other. */
export async function deposit(
  ports: Ports,
  tenantId: string,
  account: AccountWithNumbers,
  whose: Whose,
  page: readonly ComparedRow[],
): Promise<Deposited> {
  const numbers = new Map(page.map(({ sid, phoneNumberId }) => [sid, phoneNumberId]));
  const numberOf = (row: ComparedRow) => row.phoneNumberId ?? numbers.get(row.about) ?? null;
  const isKnown = (row: ComparedRow) => row.finding.standing.kind === "held" || numberOf(row) !== null;
  const known = page.filter(isKnown);
  const orphans = page.filter((row) => !isKnown(row));
  await ports.scope(tenantId, SYSTEM, (scope) => noteRepairs(scope, whose, known));
  const webhooks: InboxRow[] = [];
  for (const row of known.filter(isNews)) {
    const phone_number_id = numberOf(row);
    if (phone_number_id === null) continue;
    const { topic, subject, dedupeKey: dedupe_key } = row;
    const body = await withMedia(ports, account, row);
    const received_at = ports.clock.now().toString();
    const webhook = {
      topic,
      subject,
      dedupe_key,
      phone_number_id,
      route_version: null,
      headers: {},
      body,
      received_at,
    };
    webhooks.push({ tenant_id: tenantId, id: ports.ids.id(), ...webhook });
  }
  const store = createStore(ports, ports.database.platformPool);
  await Promise.all(webhooks.map(store.add));
  return { known, orphans };
}

function isNews({ finding }: ComparedRow): boolean {
  return finding.fate === "repaired" || finding.fate === "completed";
}
