import { Client } from "pg";
import type { BusyStreet } from "./busy-street.ts";

/** When what happened on the way from a missed call to its text; milliseconds since the epoch. */
export type Timeline = {
  /** The carrier, whose dialling just ended, asks us what to do. */
  posted: number;
  /** Its webhook is verified, and on its way into the inbox. */
  received: number;
  /** Draining takes it up; in this transaction the call is found missed. */
  drained: number;
  /** The gate decides about the text. */
  decided: number;
  /** The text is claimed for sending. */
  claimed: number;
  /** The carrier has the text. */
  accepted: number;
};

/** From one moment to another, and what lies between. */
export const STAGES = [
  ["posted", "received", "webhook posted, number found, signature checked"],
  ["received", "drained", "row durable, draining begins"],
  ["drained", "decided", "call missed, committed; the gate begins to decide"],
  ["decided", "claimed", "decision committed; the claim begins"],
  ["claimed", "accepted", "claim committed, text accepted by the carrier"],
] as const satisfies readonly (readonly [keyof Timeline, keyof Timeline, string])[];

/** The timelines of these callers' missed calls, from the carrier's ledger and our own. @throws when one is incomplete. */
export async function readTimelines(street: BusyStreet, callers: readonly string[]): Promise<Timeline[]> {
  const atCarrier = momentsAtCarrier(street);
  const here = await momentsHere(street);
  return callers.map((caller) => {
    const ours = here.get(caller);
    const posted = atCarrier.posted.get(ours?.call_sid ?? "");
    const accepted = atCarrier.accepted.get(caller);
    if (ours === undefined || posted === undefined || accepted === undefined)
      throw new Error(`The way of the missed call of ${caller} cannot be followed.`);
    const { received, drained, decided, claimed } = ours;
    return { posted, received, drained, decided, claimed, accepted };
  });
}

function momentsAtCarrier({ world: { simulator } }: BusyStreet) {
  const results = simulator.truth.webhooks().filter(({ url }) => url.endsWith("/dial-result"));
  const texts = simulator.truth.messages().filter(({ direction }) => direction !== "inbound");
  return {
    posted: new Map(results.map(({ resourceSid, at }) => [resourceSid, at])),
    accepted: new Map(texts.map(({ to, createdAt }) => [to, createdAt])),
  };
}

type Here = { caller: string; call_sid: string } & Pick<Timeline, "received" | "drained" | "decided" | "claimed">;

async function momentsHere({ owner }: BusyStreet): Promise<Map<string, Here>> {
  const client = new Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<Here>(`
      select decision.recipient as caller, inbox.subject as call_sid,
             ${milliseconds("inbox.received_at")} as received, ${milliseconds("inbox.processed_at")} as drained,
             ${milliseconds("decision.decided_at")} as decided, ${milliseconds("outbound.sending_at")} as claimed
      from webhook_inbox inbox
      join calls call on call.tenant_id = inbox.tenant_id and call.call_sid = inbox.subject
      join send_decisions decision on decision.tenant_id = call.tenant_id and decision.call_id = call.id
      join outbound_messages outbound
        on outbound.tenant_id = decision.tenant_id and outbound.decision_id = decision.id
      where inbox.topic = 'dial-result'`);
    return new Map(rows.map((row) => [row.caller, row]));
  } finally {
    await client.end();
  }
}

const milliseconds = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
