import type { FaultKnobs } from "../faults/faults.ts";
import { type AttemptsDeps, attemptDelivery } from "./attempts.ts";
import { withoutFragment } from "./signing.ts";
import type { Answer, WebhookAttempt, WebhookOrder } from "./webhook.ts";

export interface Webhooks {
  /** Asks the server for instructions that something waits for (TwiML); undefined when it gave none. */
  ask(order: WebhookOrder): Promise<Answer | undefined>;
  /** Tells the server; resolves when it has been told, or when the event was lost. Events of one resource keep their order. */
  tell(order: WebhookOrder): Promise<Answer | undefined>;
}

/** How long an event that is to be overtaken is held back at most. */
const REORDER_WINDOW_MS = 5_000;

/** Of so many resources the number of events so far is remembered. */
const RESOURCES_COUNTED = 20_000;

export function createWebhooks(deps: AttemptsDeps & { faults: FaultKnobs }): Webhooks {
  const { chance, clock, faults } = deps;
  const eventsOf = new Map<string, number>();
  const lastOf = new Map<string, Promise<unknown>>();
  const heldOf = new Map<string, WebhookOrder[]>();

  /** The event's own name: its fate and its idempotency token follow from it, whatever else happens in the world. */
  const nameEvent = (order: WebhookOrder): string => {
    const count = (eventsOf.get(order.resourceSid) ?? 0) + 1;
    eventsOf.delete(order.resourceSid);
    eventsOf.set(order.resourceSid, count);
    const oldest = eventsOf.size > RESOURCES_COUNTED ? eventsOf.keys().next().value : undefined;
    if (oldest !== undefined) eventsOf.delete(oldest);
    return `${order.resourceSid}/${count}`;
  };

  const noteUnsent = (order: WebhookOrder, name: string, fault: WebhookAttempt["fault"]): void =>
    deps.record({
      sid: chance.sid("WH"),
      kind: order.kind,
      accountSid: order.accountSid,
      resourceSid: order.resourceSid,
      idempotencyToken: chance.uuid(name),
      attempt: 0,
      at: clock.now(),
      url: withoutFragment(order.hook.url),
      method: order.hook.method,
      params: order.params,
      fault,
      status: null,
      body: null,
      error: null,
    });

  const forge = (order: WebhookOrder, name: string): Promise<unknown> => {
    const forger = { ...deps, authTokenOf: () => chance.uuid("forger", name) };
    return attemptDelivery(forger, { ...order, fallback: undefined }, chance.uuid("forged", name), "forged");
  };

  const deliver = async (
    order: WebhookOrder,
    name: string,
    fault: WebhookAttempt["fault"] = null,
  ): Promise<Answer | undefined> => {
    const { lost, forged, duplicated } = faults.get().webhooks;
    if (chance.happens(forged, "forge", name)) await forge(order, name);
    if (chance.happens(lost, "lose", name)) {
      noteUnsent(order, name, "lost");
      return undefined;
    }
    const answer = await attemptDelivery(deps, order, chance.uuid(name), fault);
    if (chance.happens(duplicated, "duplicate", name)) {
      await attemptDelivery(deps, order, chance.uuid(name), "duplicate");
    }
    return answer;
  };

  /** Events of one resource follow one another, unless a fault holds one of them back. */
  const deliverInTurn = (order: WebhookOrder, name: string): Promise<Answer | undefined> => {
    const before = lastOf.get(order.resourceSid);
    const turn = before ? before.then(() => deliver(order, name)) : deliver(order, name);
    lastOf.set(order.resourceSid, turn);
    void turn.then(() => {
      if (lastOf.get(order.resourceSid) === turn) lastOf.delete(order.resourceSid);
    });
    return turn;
  };

  const deliverLater = (order: WebhookOrder, name: string, fault: "delayed" | "reordered", longestMs: number) =>
    new Promise<Answer | undefined>((resolve) => {
      const ms = Math.ceil(chance.roll("delay", name) * longestMs);
      clock.schedule(clock.now() + ms, () => resolve(deliver(order, name, fault)));
    });

  const tellNow = (order: WebhookOrder): Promise<Answer | undefined> => {
    const name = nameEvent(order);
    if (order.atOnce === true) return deliverInTurn(order, name);
    const { delayed, delayMaxMs, reordered } = faults.get().webhooks;
    if (chance.happens(delayed, "late", name)) return deliverLater(order, name, "delayed", delayMaxMs);
    if (chance.happens(reordered, "overtaken", name)) return deliverLater(order, name, "reordered", REORDER_WINDOW_MS);
    return deliverInTurn(order, name);
  };

  const tellFinal = async (order: WebhookOrder): Promise<Answer | undefined> => {
    const isMissing = chance.happens(faults.get().states.finalMissing, "final-missing", order.resourceSid);
    if (isMissing) noteUnsent(order, nameEvent(order), "final-missing");
    const answer = isMissing ? undefined : await tellNow(order);
    const overtaken = heldOf.get(order.resourceSid) ?? [];
    heldOf.delete(order.resourceSid);
    for (const earlier of overtaken) await tellNow(earlier);
    return answer;
  };

  const hold = (order: WebhookOrder): Promise<undefined> => {
    heldOf.set(order.resourceSid, [...(heldOf.get(order.resourceSid) ?? []), order]);
    return Promise.resolve(undefined);
  };

  return {
    ask: (order) => deliver(order, nameEvent(order)),
    tell(order) {
      if (order.isFinal === true) return tellFinal(order);
      const mayBeOvertaken = order.isFinal === false;
      const isOvertaken =
        mayBeOvertaken && chance.happens(faults.get().states.finalFirst, "final-first", order.resourceSid);
      return isOvertaken ? hold(order) : tellNow(order);
    },
  };
}
