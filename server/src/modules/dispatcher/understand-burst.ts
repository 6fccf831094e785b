import type { Message } from "#conversations";
import { trades, understand } from "#understanding";
import type { Heard } from "./policy/decide.ts";
import type { Session } from "./policy/session.ts";

/** Understands several texts in a row as one: people break a sentence over messages. */
export function understandBurst(
  burst: readonly Message[],
  session: Session,
  place: { now: Temporal.Instant; timezone: string; trade: string },
): Heard {
  const text = burst
    .map((message) => message.body)
    .filter((body) => body.trim() !== "")
    .join("\n");
  const photos = burst.reduce((count, message) => count + message.media_count, 0);
  const trade = trades.find((known) => known === place.trade);
  const understanding = understand({
    text,
    context: session.asked,
    now: place.now.toZonedDateTimeISO(place.timezone).toString({ timeZoneName: "never" }),
    zone: place.timezone,
    offered: session.offered.map((slot, index) => optionOf(slot.start, slot.end, index + 1, place.timezone)),
    ...(trade === undefined ? {} : { trade }),
  });
  return { text, photos, understanding };
}

function optionOf(start: string, end: string, n: number, timezone: string) {
  const from = Temporal.Instant.from(start).toZonedDateTimeISO(timezone);
  const to = Temporal.Instant.from(end).toZonedDateTimeISO(timezone);
  const clock = (moment: Temporal.ZonedDateTime) => moment.toPlainTime().toString({ smallestUnit: "minute" });
  return {
    n,
    weekday: from.toLocaleString("en-US", { weekday: "long" }).toLowerCase(),
    date: from.toPlainDate().toString(),
    from: clock(from),
    to: clock(to),
  };
}
