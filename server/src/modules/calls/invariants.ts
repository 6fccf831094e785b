import { sql } from "kysely";
import type { Invariant } from "#platform/invariants.ts";
import { breachesOf } from "#platform/projections.ts";
import { callsOfLedger } from "./replay.ts";
import { callTopics } from "./topics.ts";

/** Older events have been examined often enough. */
const RECENT = sql`id_floor(app_now() - interval '2 days')`;
const TOPICS = callTopics.map(({ topic }) => topic);

const everyEventIsKept: Invariant = {
  id: "I1",
  sentence:
    "Every webhook about a call that was received is in the ledger, and every event of the ledger came in, once.",
  async check(tx) {
    const lost = await sql<{ id: string }>`
      select webhook.id from webhook_facts webhook
      where webhook.topic = any(${TOPICS}) and webhook.status = 'processed' and webhook.id >= ${RECENT}
        and not exists (
          select from calls join call_events event on event.tenant_id = calls.tenant_id and event.call_id = calls.id
          where calls.tenant_id = webhook.tenant_id and calls.call_sid = webhook.subject and event.event_key = webhook.dedupe_key)`.execute(
      tx,
    );
    const unheard = await sql<{ id: string }>`
      select event.id from call_events event
      left join webhook_facts webhook on webhook.tenant_id = event.tenant_id and webhook.id = event.inbox_id
      where event.call_id >= ${RECENT} and event.source = 'webhook' and webhook.status is distinct from 'processed'`.execute(
      tx,
    );
    const doubled = await sql<{ key: string; call_sid: string }>`
      select call_sid, event_key as key from call_events where call_id >= ${RECENT}
      group by call_sid, event_key having count(*) > 1`.execute(tx);
    return [
      ...lost.rows.map(({ id }) => `The webhook ${id} was received, but its event is not in the ledger.`),
      ...unheard.rows.map(({ id }) => `The event ${id} is in the ledger, but no webhook that was received brought it.`),
      ...doubled.rows.map(
        ({ key, call_sid }) => `The event ${key} of the call ${call_sid} is in the ledger more than once.`,
      ),
    ];
  },
};

const stateIsTheFold: Invariant = {
  id: "I2",
  sentence: "The state of every call is the fold of its events, in any order.",
  check: (tx) => breachesOf(tx, callsOfLedger),
};

export const invariants = [everyEventIsKept, stateIsTheFold];
