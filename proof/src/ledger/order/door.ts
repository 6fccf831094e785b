import { type Line, openTown, type Town } from "../../../../rig/src/town.ts";
import { signWebhook } from "../../../../rig/src/webhooks.ts";
import type { Proof } from "../../claim.ts";
import { type Carrier, startCarrier } from "../../ground/carrier.ts";
import { untilDrained } from "../../ground/inbox.ts";
import { createPoster } from "../../ground/post.ts";
import { startServer } from "../../ground/server.ts";
import type { CallKind } from "./calls.ts";

/** How much was told, and which kinds came to more than one record, or to a wrong one. */
export type DoorOutcome = { told: number; posted: number; violations: string[] };

/** A running server whose webhooks are posted by hand: its carrier takes texts and says nothing of them. */
export type Door = {
  town: Town;
  carrier: Carrier;
  /** Posts a webhook about a line. @throws when it is not accepted. */
  post(line: Line, topic: string, params: Record<string, string>): Promise<void>;
  drained(): Promise<void>;
};

/** A number sends so many texts at once; more would wait for their turn. */
export const TEXTS_OF_A_LINE = 10;
const DRAINED_WITHIN_MS = 600_000;

/** @param texting how many numbers text whoever calls, beside one for each way to treat calls. */
export async function atTheDoor<Result>(
  { databases, seed }: Pick<Proof, "databases" | "seed">,
  texting: number,
  work: (door: Door) => Promise<Result>,
): Promise<Result> {
  const { address, drop } = await databases.copy();
  const town = await openTown(
    address,
    databases.secret,
    MODES.length + texting,
    (place) => SETTINGS[MODES[place] ?? "forwarded"],
  );
  const carrier = await startCarrier(town, { seed, origin: () => server.origin, faults: { webhooks: { lost: 1 } } });
  const server = startServer({ ...town, carrierUrl: carrier.url, port: 0, aheadMs: 0 });
  const poster = createPoster(15_000);
  try {
    return await work({
      town,
      carrier,
      drained: () => untilDrained(address.owner, DRAINED_WITHIN_MS),
      async post(line, topic, params) {
        const webhook = signWebhook(line, town.publicUrl, topic, { AccountSid: line.accountSid, ...params });
        const { status } = await poster.post(await server.origin, webhook);
        if (status !== 200) throw new Error(`A ${topic} was answered ${status}.`);
      },
    });
  } finally {
    poster.close();
    await server.end();
    await carrier.close();
    await drop();
  }
}

const MODES = ["screened", "unscreened", "forwarded", "nobody"] as const;
const SETTINGS: Record<CallKind["mode"], object> = {
  screened: {},
  unscreened: { screeningEnabled: false },
  forwarded: { installation: "forwarded" },
  nobody: { forwardTo: [] },
  returned: {},
};

/** The number whose calls are treated so. */
export function lineFor({ lines }: Town, mode: CallKind["mode"]): Line {
  const line = lines[MODES.findIndex((one) => one === mode)];
  if (line === undefined) throw new Error(`No number does ${mode}.`);
  return line;
}

/** The numbers that nobody answers, and that text whoever calls. */
export const textingLines = ({ lines }: Town) => lines.slice(MODES.length);
