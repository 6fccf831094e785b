import type { QueryConfig } from "pg";
import type { Line } from "../../../rig/src/town.ts";

/** One webhook into the inbox's own table, one commit: what the peers do for each. A named statement is planned once. */
export function insertOne(row: PeerRow): QueryConfig {
  return {
    name: "insert one webhook",
    text: `
      insert into webhook_inbox
        (tenant_id, id, provider, topic, dedupe_key, subject, phone_number_id, headers, body, received_at)
      values ($1, $2, 'twilio', 'call-status', $3, $4, $5, $6, $7, $8)`,
    values: [row.tenantId, row.id, row.dedupeKey, row.subject, row.numberId, row.headers, row.body, row.receivedAt],
  };
}

export type PeerRow = {
  tenantId: string;
  id: string;
  dedupeKey: string;
  subject: string;
  numberId: string;
  /** JSON. */
  headers: string;
  /** JSON. */
  body: string;
  receivedAt: string;
};

/** A peer's row for a status callback of this call. */
export function peerRow(line: Line, callSid: string, id: string, sent: { headers: string; body: string }): PeerRow {
  return {
    tenantId: line.tenantId,
    id,
    dedupeKey: `call-status:${callSid}:completed`,
    subject: callSid,
    numberId: line.numberId,
    ...sent,
    receivedAt: new Date().toISOString(),
  };
}
