import type { CarrierMessage, LineType, OutgoingMessage, SendOutcome, Telephony } from "#providers/telephony/port.ts";
import type { Clock } from "../../src/platform/clock.ts";

/** What a carrier does with one attempt: whether it takes the text, and what it answers. */
export type Reaction = "accept" | "lose_answer" | "drop" | "busy" | { refuse: number };

export type ScriptedCarrier = Telephony & {
  /** The texts that the carrier took, in order, whatever it answered. */
  taken: (OutgoingMessage & CarrierMessage)[];
  attempts: number;
  /** Decides about the next attempts; "accept" when the script is over. */
  script: Reaction[];
  lineTypes: Map<string, LineType>;
  /** Called while an attempt is under way, before it is answered. */
  during?: (message: OutgoingMessage) => Promise<void>;
};

/** A carrier in memory that keeps the truth about what it took; for what the wire would only slow down. */
export function scriptedCarrier(clock: Pick<Clock, "now">): ScriptedCarrier {
  const carrier: ScriptedCarrier = {
    taken: [],
    attempts: 0,
    script: [],
    lineTypes: new Map(),
    async sendMessage(_account, message) {
      const reaction = carrier.script.shift() ?? "accept";
      carrier.attempts += 1;
      const takes = reaction === "accept" || reaction === "lose_answer";
      const messageSid = `SM${String(carrier.attempts).padStart(32, "0")}`;
      if (takes) carrier.taken.push({ ...message, messageSid, status: "queued", createdAt: clock.now() });
      await carrier.during?.(message);
      return answerTo(reaction, messageSid);
    },
    listMessages: async (_account, { to, from, since }) =>
      carrier.taken.filter(
        (one) => one.to === to && one.from === from && Temporal.Instant.compare(one.createdAt, since) >= 0,
      ),
    lineType: async (_account, phone) => carrier.lineTypes.get(phone) ?? "mobile",
    fetchMedia: async () => ({ contentType: "image/png", bytes: ONE_PIXEL }),
    configureNumber: async () => undefined,
    findNumbers: async () => [],
    searchNumbers: async () => [],
    buyNumber: () => Promise.reject(new Error("This carrier sells no numbers.")),
    pageOfCalls: async () => ({ items: [], next: null }),
    pageOfMessages: async () => ({ items: [], next: null }),
    listMedia: async () => [],
  };
  return carrier;
}

function answerTo(reaction: Reaction, messageSid: string): SendOutcome {
  if (reaction === "accept") return { kind: "accepted", messageSid, status: "queued", segments: 1 };
  if (reaction === "busy") return { kind: "not_processed", retryAfterSeconds: null, errorCode: 20429 };
  if (reaction === "lose_answer" || reaction === "drop") return { kind: "unknown", message: "the line went dead" };
  return { kind: "refused", errorCode: reaction.refuse, message: "no" };
}

/** A whole PNG of one transparent pixel. */
export const ONE_PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
