/** One thing the carrier said about a text. */
export type DeliveryEvent = {
  status: string;
  error_code: number | null;
  occurred_at: Temporal.Instant;
  /** When we entered it. */
  received_at: Temporal.Instant;
  source: string;
};

/** What all its events together say about a text. */
export type Delivery = {
  status: DeliveryStatus | null;
  error_code: number | null;
  sent_at: Temporal.Instant | null;
  delivered_at: Temporal.Instant | null;
  last_event_time: Temporal.Instant | null;
  is_final: boolean;
  /** When the first end was entered. */
  finalized_at: Temporal.Instant | null;
  /** Two ends that exclude each other were reported: the carrier's own list has to say which is true. */
  is_contradictory: boolean;
};

/**
 * The carrier's words in the order in which a text passes them; the last ones are ends. Twilio guarantees neither the
 * delivery nor the order of its callbacks ("Track the message status of outbound messages").
 */
const RANKS = {
  scheduled: 0,
  accepted: 0,
  queued: 1,
  sending: 2,
  sent: 3,
  canceled: 4,
  failed: 4,
  undelivered: 4,
  partially_delivered: 4,
  delivered: 4,
  read: 5,
} as const;
export type DeliveryStatus = keyof typeof RANKS;

const FINAL_RANK = 4;
const ORDER = Object.keys(RANKS);

/** Whether a word of the carrier is one that we know. */
export function isDeliveryStatus(word: string): word is DeliveryStatus {
  return Object.hasOwn(RANKS, word);
}

/** Whether a word of the carrier says more than the one that stands; an unknown one says nothing. */
export function isFurther(word: string, standing: string | null): boolean {
  if (!isDeliveryStatus(word)) return false;
  return standing === null || !isDeliveryStatus(standing) || RANKS[word] > RANKS[standing];
}

/** After the first report of an end nothing more is expected when the carrier has had the time to drop the text. */
const UNTIL_FROZEN = { minutes: 15 };

/** From then on no word changes anything: it is kept, and that is all. */
export function frozenFrom(finalizedAt: Temporal.Instant): Temporal.Instant {
  return finalizedAt.add(UNTIL_FROZEN);
}

/**
 * Folds the events into a state: the furthest word counts, whatever the order and number in which the events came. Between
 * two ends the carrier's own list wins, then the one further down the table. Unknown words change nothing, and neither do
 * those that came when the state was frozen and are not the carrier's own list.
 */
export function foldDelivery(events: readonly DeliveryEvent[]): Delivery {
  const understood = events.flatMap((event) =>
    isDeliveryStatus(event.status) ? [{ ...event, status: event.status }] : [],
  );
  const finalized_at = firstReceived(understood.filter((event) => RANKS[event.status] >= FINAL_RANK));
  const known = understood.filter(
    ({ source, received_at }) =>
      source === "reconciliation" || finalized_at === null || isBefore(received_at, frozenFrom(finalized_at)),
  );
  const furthest = known.toSorted((a, b) => weight(a) - weight(b)).at(-1);
  const status = furthest?.status ?? null;
  const codes = known.flatMap((event) =>
    event.status === status && event.error_code !== null ? [event.error_code] : [],
  );
  const ends = known.filter((event) => RANKS[event.status] === FINAL_RANK);
  const isSettled = ends.some((event) => event.source === "reconciliation");
  return {
    status,
    error_code: codes.length === 0 ? null : Math.min(...codes),
    sent_at: earliest(known.filter((event) => event.status === "sent")),
    delivered_at: earliest(known.filter((event) => event.status === "delivered" || event.status === "read")),
    last_event_time: earliest(known.toSorted(newestFirst).slice(0, 1)),
    is_final: finalized_at !== null,
    finalized_at,
    is_contradictory: new Set(ends.map((event) => event.status)).size > 1 && !isSettled,
  };
}

function firstReceived(events: readonly DeliveryEvent[]): Temporal.Instant | null {
  return events.map(({ received_at }) => received_at).toSorted(Temporal.Instant.compare)[0] ?? null;
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

function weight(event: DeliveryEvent & { status: DeliveryStatus }): number {
  const rank = RANKS[event.status];
  const isWord = rank === FINAL_RANK && event.source === "reconciliation" ? 1 : 0;
  return rank * 1000 + isWord * 100 + ORDER.indexOf(event.status);
}

function earliest(events: readonly DeliveryEvent[]): Temporal.Instant | null {
  return events.toSorted((a, b) => -newestFirst(a, b))[0]?.occurred_at ?? null;
}

function newestFirst(a: DeliveryEvent, b: DeliveryEvent): number {
  return Temporal.Instant.compare(b.occurred_at, a.occurred_at);
}
