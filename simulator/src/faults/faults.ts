import { z } from "zod";

const share = z.number().min(0).max(1);

/** Everything that can go wrong between a carrier and its customer. Shares are probabilities from 0 to 1. */
const FaultsSchema = z.object({
  webhooks: z
    .object({
      /** Never arrive: no attempt, retry or fallback of the event reaches the server. */
      lost: share,
      /** Arrive twice. */
      duplicated: share,
      /** Arrive up to `delayMaxMs` late; requests whose answer a call waits for are not delayed. */
      delayed: share,
      delayMaxMs: z.number().int().min(0).max(60_000),
      /** Are overtaken by those that follow within five seconds. */
      reordered: share,
      /** Are preceded by a forgery: same shape, wrong signature. */
      forged: share,
    })
    .partial(),
  rest: z
    .object({
      /** Accepted and carried out, then the connection is cut before the answer. */
      responseLost: share,
      /** Accepted and carried out, then answered with 500. */
      errorAfterAccepting: share,
      /** Answered with 429 (20429) and never carried out. */
      tooManyRequests: share,
      /** Never carried out; the connection is cut after `timeoutMs` of silence (real time). */
      timedOut: share,
      timeoutMs: z.number().int().min(0).max(60_000),
      /** The first status callback of a created message is delivered before the REST response is sent. */
      callbackFirst: share,
    })
    .partial(),
  states: z
    .object({
      /** The final status callback overtakes those before it. */
      finalFirst: share,
      /** The final status callback is never sent. */
      finalMissing: share,
    })
    .partial(),
  messages: z
    .object({
      /** Outbound messages that end undelivered with `errorCode`. */
      undelivered: share,
      errorCode: z.number().int(),
    })
    .partial(),
  lists: z
    .object({
      /** Most items on a page: Twilio's 1,000, or fewer, so that little is enough for a second page. */
      largestPage: z.number().int().min(1).max(1_000),
      /** How long after its end a call or text has its price. */
      pricedAfterMs: z.number().int().min(0),
    })
    .partial(),
  /** How far the carrier's timestamps are ahead of (or, negative, behind) the world's clock. */
  clockSkewMs: z.number().int().min(-300_000).max(300_000),
});

export type Faults = {
  [Group in keyof z.infer<typeof FaultsSchema>]-?: Required<z.infer<typeof FaultsSchema>[Group]>;
};
export const FaultsChangeSchema = FaultsSchema.partial().strict();
export type FaultsChange = z.infer<typeof FaultsChangeSchema>;

export const noFaults: Faults = {
  webhooks: { lost: 0, duplicated: 0, delayed: 0, delayMaxMs: 60_000, reordered: 0, forged: 0 },
  rest: {
    responseLost: 0,
    errorAfterAccepting: 0,
    tooManyRequests: 0,
    timedOut: 0,
    timeoutMs: 100,
    callbackFirst: 0,
  },
  states: { finalFirst: 0, finalMissing: 0 },
  messages: { undelivered: 0, errorCode: 30008 },
  lists: { largestPage: 1_000, pricedAfterMs: 120_000 },
  clockSkewMs: 0,
};

export interface FaultKnobs {
  get(): Faults;
  /** Changes the knobs that are named and leaves the others. Throws a ZodError on a value out of range. */
  set(change: FaultsChange): Faults;
  /** Everything works again. */
  clear(): Faults;
}

export function createFaultKnobs(initial: FaultsChange, changed: (faults: Faults) => void): FaultKnobs {
  const merge = (faults: Faults, change: FaultsChange): Faults => ({
    webhooks: { ...faults.webhooks, ...change.webhooks },
    rest: { ...faults.rest, ...change.rest },
    states: { ...faults.states, ...change.states },
    messages: { ...faults.messages, ...change.messages },
    lists: { ...faults.lists, ...change.lists },
    clockSkewMs: change.clockSkewMs ?? faults.clockSkewMs,
  });
  let current = merge(noFaults, FaultsChangeSchema.parse(initial));
  const become = (faults: Faults): Faults => {
    current = faults;
    changed(faults);
    return faults;
  };
  return {
    get: () => current,
    set: (change) => become(merge(current, FaultsChangeSchema.parse(change))),
    clear: () => become(noFaults),
  };
}
