import type { DeliveryEvent } from "../../../../server/src/modules/outreach/delivery-status.ts";

/** A text as the carrier tells of it in seven words; the first six tell it already. */
export type TextKind = { name: string; events: readonly DeliveryEvent[]; end: string };

const BEGAN = Temporal.Instant.from("2026-03-03T16:00:00Z");

const word = (status: string, after: number, more: Partial<DeliveryEvent> = {}): DeliveryEvent => ({
  status,
  error_code: null,
  occurred_at: BEGAN.add({ seconds: after }),
  // All within the time in which words count, whatever their order.
  received_at: BEGAN.add({ seconds: 90 }),
  source: "webhook",
  ...more,
});

const underWay = [word("accepted", 0, { source: "response" }), word("queued", 1), word("sending", 2)];

export const TEXT_KINDS: readonly TextKind[] = [
  {
    name: "delivered and read",
    end: "read",
    events: [...underWay, word("sent", 3), word("delivered", 5), word("read", 60), word("scheduled", 0)],
  },
  {
    name: "delivered",
    end: "delivered",
    events: [...underWay, word("scheduled", 0), word("sent", 3), word("delivered", 5), word("a word of tomorrow", 6)],
  },
  {
    name: "undelivered",
    end: "undelivered",
    events: [
      ...underWay,
      word("scheduled", 0),
      word("sent", 3),
      word("undelivered", 9, { error_code: 30003 }),
      word("undelivered", 12, { error_code: 30008, source: "reconciliation" }),
    ],
  },
  {
    name: "failed",
    end: "failed",
    events: [
      ...underWay,
      word("scheduled", 0),
      word("failed", 4, { error_code: 30007 }),
      word("failed", 5),
      word("a word of tomorrow", 6),
    ],
  },
  {
    name: "two ends, and then the carrier's own list",
    end: "undelivered",
    events: [
      ...underWay,
      word("undelivered", 9, { error_code: 30003 }),
      word("delivered", 10),
      word("undelivered", 30, { error_code: 30003, source: "reconciliation" }),
      word("sent", 3),
    ],
  },
];
