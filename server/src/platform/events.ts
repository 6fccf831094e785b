import type { z } from "zod";
import type { Scope } from "./scope.ts";

/** A fact in the past tense, announced in the transaction that made it true. */
export type EventDefinition<Payload extends object = object> = {
  type: `${string}.${string}`;
  version: number;
  payload: z.ZodType<Payload>;
};

/** An announced event as its subscribers receive it. */
export type AnnouncedEvent<Payload> = {
  id: string;
  type: string;
  version: number;
  payload: Payload;
  correlation_id: string | null;
  created_at: Temporal.Instant;
};

/** What a module does on an event; delivered after commit, once, in a scope of the event's tenant. */
export type Subscription = {
  event: EventDefinition;
  /** What it does, in words: "open text-back". Unique among the event's subscribers; part of the record of delivery. */
  does: string;
  deliver(scope: Scope, event: AnnouncedEvent<unknown>): Promise<void>;
};

export function defineEvent<Payload extends object>(
  type: `${string}.${string}`,
  version: number,
  payload: z.ZodType<Payload>,
): EventDefinition<Payload> {
  return { type, version, payload };
}

/** "on call.missed -> open text-back" */
export function on<Payload extends object>(
  event: EventDefinition<Payload>,
  does: string,
  deliver: (scope: Scope, event: AnnouncedEvent<Payload>) => Promise<void>,
): Subscription {
  return {
    event,
    does,
    deliver: (scope, announced) => deliver(scope, { ...announced, payload: event.payload.parse(announced.payload) }),
  };
}

/** The subscribers' names of each event type: what an announcement has to be delivered to. */
export type Subscribers = ReadonlyMap<string, readonly string[]>;

export function subscriberName(subscription: Subscription): string {
  return `${subscription.event.type}: ${subscription.does}`;
}
