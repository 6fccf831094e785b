import type { Chance } from "./chance.ts";
import type { Clock } from "./clock/clock.ts";
import type { Directory } from "./directory/directory.ts";
import type { FaultKnobs } from "./faults/faults.ts";
import type { Handsets } from "./handsets/handsets.ts";
import type { RingAttempt } from "./handsets/ringing.ts";
import type { Message } from "./messaging/message.ts";
import type { OptOuts } from "./messaging/opt-out.ts";
import type { Feed } from "./truth/feed.ts";
import type { Ledger } from "./truth/ledger.ts";
import type { Leg } from "./voice/leg.ts";
import type { Webhooks } from "./webhooks/webhooks.ts";

/** What every part of the carrier stands on. */
export interface World {
  clock: Clock;
  chance: Chance;
  faults: FaultKnobs;
  feed: Feed;
  ledger: Ledger;
  directory: Directory;
  handsets: Handsets;
  webhooks: Webhooks;
  /** The calls under way, by sid. */
  legs: Map<string, Leg>;
  /** Where the carrier's REST interface is reached, without a slash at the end. */
  publicBase(): string;
  /** Notes what the carrier finds wrong with the customer's application. Codes are from Twilio's error dictionary. */
  alert(errorCode: number, resourceSid: string, text: string): void;
  /** The time that the carrier puts on things: the world's, plus the skew. */
  carrierNow(): number;
  /** Rings whoever has this number: a handset, or a number of the carrier's own customers. */
  reach(to: string, from: string, forwardedFrom?: string): RingAttempt;
  /** Who does not want texts from whom. */
  optOuts: OptOuts;
  /** Hands a text to whoever has its number; Twilio's error code when that cannot be, null when it was delivered. */
  handOver(message: Message): number | null;
  /** When the lane of a sender is free again, by E.164 number. */
  lanes: Map<string, number>;
  /** Messages a second that a sender of each kind gets through. */
  throughput: { local: number; tollFree: number };
}
