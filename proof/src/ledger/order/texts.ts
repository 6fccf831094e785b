import type { DeliveryEvent } from "../../../../server/src/modules/outreach/delivery-status.ts";

/** What the carrier says of a text, whenever it says it. */
export type TextWord = Pick<DeliveryEvent, "status" | "error_code" | "source">;

/** A text as the carrier tells of it in seven words; the first six tell it already. */
export type TextKind = { name: string; events: readonly TextWord[]; end: string };

const word = (status: string, error_code: number | null = null): TextWord => ({
  status,
  error_code,
  source: "webhook",
});
const answered = (status: string): TextWord => ({ ...word(status), source: "response" });
const listed = (status: string, error_code: number | null = null): TextWord => {
  return { ...word(status, error_code), source: "reconciliation" };
};

const underWay = [answered("accepted"), word("queued"), word("sending")];

export const TEXT_KINDS: readonly TextKind[] = [
  {
    name: "delivered and read",
    end: "read",
    events: [...underWay, word("sent"), word("delivered"), word("read"), word("scheduled")],
  },
  {
    name: "delivered",
    end: "delivered",
    events: [...underWay, word("scheduled"), word("sent"), word("delivered"), word("a word of tomorrow")],
  },
  {
    name: "undelivered",
    end: "undelivered",
    events: [...underWay, word("scheduled"), word("sent"), word("undelivered", 30003), listed("undelivered", 30008)],
  },
  {
    name: "failed",
    end: "failed",
    events: [...underWay, word("scheduled"), word("failed", 30007), word("failed"), word("a word of tomorrow")],
  },
  {
    name: "two ends, and then the carrier's own list",
    end: "undelivered",
    events: [...underWay, word("undelivered", 30003), word("delivered"), listed("undelivered", 30003), word("sent")],
  },
];

/** What the carrier posts of it. Nobody can post what it answers, and what its list says. */
export const postedOf = ({ events }: TextKind) => events.filter(({ source }) => source === "webhook");
