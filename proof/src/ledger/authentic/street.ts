import { type Line, openTown, type Town } from "../../../../rig/src/town.ts";
import { type SignedWebhook, signWebhook } from "../../../../rig/src/webhooks.ts";
import type { Proof } from "../../claim.ts";
import { startCarrier } from "../../ground/carrier.ts";
import { untilDrained } from "../../ground/inbox.ts";
import { type Answer, createPoster } from "../../ground/post.ts";
import { type Server, startServer } from "../../ground/server.ts";
import { CALL_KINDS, paramsOf } from "../order/calls.ts";

/** Two businesses behind a running server, and the carrier that posts to it. */
export type Street = {
  town: Town;
  lines: readonly [Line, Line];
  server(): Server;
  /** Ends the server and starts another whose clock is so far ahead. */
  restart(aheadMs: number): Promise<void>;
  /** What the carrier posts in the course of one call of the first business, in order. */
  webhooksOf(call: { callSid: string; place: number; began: Temporal.Instant }): SignedWebhook[];
  post(webhook: SignedWebhook): Promise<Answer>;
  origin(): Promise<string>;
  drained(): Promise<void>;
  close(): Promise<void>;
};

const DRAINED_WITHIN_MS = 900_000;

export async function openStreet({ databases, seed }: Pick<Proof, "databases" | "seed">): Promise<Street> {
  const { address, drop } = await databases.copy();
  const town = await openTown(address, databases.secret, 2);
  const [first, second] = town.lines;
  if (first === undefined || second === undefined) throw new Error("Two businesses were to be opened.");
  const poster = createPoster(15_000);
  const carrier = await startCarrier(town, { seed, origin: () => server.origin });
  const start = (aheadMs: number) => startServer({ ...town, carrierUrl: carrier.url, port: 0, aheadMs });
  let server = start(0);
  return {
    town,
    lines: [first, second],
    server: () => server,
    async restart(aheadMs) {
      await server.end();
      server = start(aheadMs);
      await server.origin;
    },
    webhooksOf({ callSid, place, began }) {
      const kind = RINGING[place % RINGING.length];
      const from = `+1512${6_000_000 + place}`;
      carrier.simulator.person(from);
      const call = { callSid, from, to: first.phoneNumber };
      return (kind?.reports ?? []).map((report) => {
        const params = { AccountSid: first.accountSid, ...paramsOf(report, call, began) };
        return signWebhook(first, town.publicUrl, report.topic, params);
      });
    },
    post: async (webhook) => poster.post(await server.origin, webhook),
    origin: () => server.origin,
    drained: () => untilDrained(address.owner, DRAINED_WITHIN_MS),
    async close() {
      poster.close();
      await server.end();
      await carrier.close();
      await drop();
    },
  };
}

/** The kinds of calls that a number without anything special about it gets. */
const RINGING = CALL_KINDS.filter(({ mode }) => mode === "screened");

/** The fields of a status callback of a call to this line. */
export function statusOf(line: Line, callSid: string, CallStatus: string): Record<string, string> {
  return {
    AccountSid: line.accountSid,
    CallSid: callSid,
    From: "+15125550142",
    To: line.phoneNumber,
    Direction: "inbound",
    CallStatus,
  };
}
