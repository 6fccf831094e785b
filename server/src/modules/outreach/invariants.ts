import { sql } from "kysely";
import type { Invariant } from "#platform/invariants.ts";
import { breachesOf } from "#platform/projections.ts";
import { readQuietFacts } from "./decisions.ts";
import { quietUntil } from "./quiet.ts";
import { deliveriesOfLedger } from "./replay.ts";
import { statusWebhook } from "./status-webhook.ts";

/** Older texts have been examined often enough. */
const RECENT = sql`id_floor(app_now() - interval '2 days')`;

const everyReportIsKept: Invariant = {
  id: "I1",
  sentence: "Every report about a text that was taken in is in the ledger, once.",
  async check(tx) {
    const { rows } = await sql<{ id: string }>`
      select webhook.id from webhook_facts webhook
      where webhook.topic = ${statusWebhook.topic} and webhook.status = 'processed' and webhook.id >= ${RECENT}
        and coalesce(webhook.body ->> 'MessageStatus', webhook.body ->> 'SmsStatus') is not null
        and not exists (
          select from message_events word where word.message_sid = webhook.subject
            and word.event_key = webhook.dedupe_key)`.execute(tx);
    return rows.map(({ id }) => `The webhook ${id} was received, but its report is not in the ledger.`);
  },
};

const deliveryIsTheFold: Invariant = {
  id: "I2",
  sentence: "The state of every text is the fold of what the carrier said about it.",
  check: (tx) => breachesOf(tx, deliveriesOfLedger),
};

const acceptedOnce: Invariant = {
  id: "I3",
  sentence: "The carrier took every text at most once, and so at most one for a missed call.",
  async check(tx) {
    const { rows } = await sql<{ id: string; sids: number }>`
      select outbound_message_id as id, count(distinct message_sid)::int as sids from message_events
      where outbound_message_id is not null and id >= ${RECENT}
      group by outbound_message_id having count(distinct message_sid) > 1`.execute(tx);
    return rows.map(({ id, sids }) => `The text ${id} was taken ${sids} times.`);
  },
};

const nothingAfterStop: Invariant = {
  id: "I5",
  sentence: "Nothing begins to leave after an opt-out was committed, save its one confirmation.",
  async check(tx) {
    const { rows } = await sql<{ id: string }>`
      select outbound.id from outbound_messages outbound
      join send_decisions decision on decision.tenant_id = outbound.tenant_id and decision.id = outbound.decision_id
      join lateral (
        select said.state from opt_out_facts said
        where said.tenant_id = outbound.tenant_id and said.phone = outbound.recipient
          and said.channel in ('sms', 'all') and said.recorded_at < outbound.sending_at
        order by said.entry desc limit 1
      ) in_force on in_force.state = 'opted_out'
      where outbound.id >= ${RECENT} and decision.inputs ->> 'confirms_opt_out' = 'false'`.execute(tx);
    return rows.map(({ id }) => `The text ${id} began to leave after its recipient had opted out.`);
  },
};

const nothingInQuietHours: Invariant = {
  id: "I6",
  sentence: "Nothing leaves outside the recipient's allowed local time.",
  async check(tx) {
    const rows = await tx
      .selectFrom("outbound_messages as outbound")
      .innerJoin("send_decisions as decision", (join) =>
        join.onRef("decision.tenant_id", "=", "outbound.tenant_id").onRef("decision.id", "=", "outbound.decision_id"),
      )
      .select(["outbound.id", "outbound.sending_at", "decision.inputs"])
      .where(sql<boolean>`outbound.id >= ${RECENT}`)
      .where("outbound.sending_at", "is not", null)
      .execute();
    return rows.flatMap(({ id, sending_at, inputs }) => {
      const quiet = sending_at === null ? null : quietUntil({ ...readQuietFacts(inputs), now: sending_at });
      return quiet === null ? [] : [`The text ${id} began to leave at ${quiet.localTime} in ${quiet.zone}.`];
    });
  },
};

const noSendIsStuck: Invariant = {
  id: "I9",
  sentence: "No send is stuck for more than 30 seconds past its lease.",
  async check(tx) {
    const rows = await tx
      .selectFrom("outbound_messages")
      .select(["id", "leased_until"])
      .where("state", "=", "sending")
      .where(sql<boolean>`leased_until < app_now() - interval '30 seconds'`)
      .execute();
    return rows.map(({ id, leased_until }) => `The lease of the text ${id} ended at ${leased_until?.toString()}.`);
  },
};

export const invariants = [
  everyReportIsKept,
  deliveryIsTheFold,
  acceptedOnce,
  nothingAfterStop,
  nothingInQuietHours,
  noSendIsStuck,
];
