import type { AccountWithNumbers } from "#numbers";
import type { Ports } from "#platform/ports.ts";
import { createStore, type InboxRow } from "../store.ts";
import type { ComparedRow } from "./compare-page.ts";
import { withMedia } from "./media.ts";

/** The rows of a page whose number is known, and the legs of calls that stand further down the list. */
export type Deposited = { known: ComparedRow[]; orphans: ComparedRow[] };

/** Puts what a page knows and we do not into the inbox, the oldest first: from there on it is a webhook like any other. */
export async function deposit(
  ports: Ports,
  tenantId: string,
  account: AccountWithNumbers,
  page: readonly ComparedRow[],
): Promise<Deposited> {
  const numbers = new Map(page.map(({ sid, phoneNumberId }) => [sid, phoneNumberId]));
  const numberOf = (row: ComparedRow) => row.phoneNumberId ?? numbers.get(row.about) ?? null;
  const known = page.filter((row) => !isNews(row) || numberOf(row) !== null);
  const orphans = page.filter((row) => !known.includes(row));
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
  const store = createStore(ports);
  await Promise.all(webhooks.map(store.add));
  return { known, orphans };
}

function isNews({ finding }: ComparedRow): boolean {
  return finding.fate === "repaired" || finding.fate === "completed";
}
