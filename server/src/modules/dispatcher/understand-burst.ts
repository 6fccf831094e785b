import { readKeyword } from "#compliance";
import type { Message } from "#conversations";
import type { Business } from "#tenants";
import { type OfferedSlot as Option, trades, type UnderstandInput, type Understanding } from "#understanding";
import { asCorrection, asName } from "./answer-to-read-back.ts";
import type { Heard } from "./policy/heard.ts";
import type { OfferedSlot, Session } from "./policy/session.ts";
import { secondLook } from "./second-look/second-look.ts";
import { read, type Understander } from "./understander.ts";

/** What is known around a text. */
export type Circumstances = { now: Temporal.Instant; business: Pick<Business, "timezone" | "trade_type"> };

/** Understands several texts in a row as one: people break a sentence over messages. STOP, START and HELP were obeyed before. */
export async function understandBurst(
  understander: Understander,
  burst: readonly Pick<Message, "body" | "media_count">[],
  session: Session,
  { now, business }: Circumstances,
): Promise<Heard> {
  const text = burst
    .map((message) => message.body.trim())
    .filter((body) => body !== "" && readKeyword(body) === null)
    .join("\n");
  const photos = burst.reduce((count, message) => count + message.media_count, 0);
  const trade = trades.find((known) => known === business.trade_type) ?? null;
  const input: UnderstandInput = {
    text,
    lang: session.language,
    context: session.asked,
    now: now.toZonedDateTimeISO(business.timezone).toString({ timeZoneName: "never" }),
    zone: business.timezone,
    offered: session.offered.map(optionOf),
    ...(trade === null ? {} : { trade }),
  };
  const understanding = await read(understander, input);
  const understood = await inTheTalk(understander, input, understanding, session);
  return { text, photos, trade, understanding: secondLook(understood, text, session) };
}

/** What a text means where the talk stands, when it means little by itself. */
async function inTheTalk(
  understander: Understander,
  input: UnderstandInput,
  alone: Understanding,
  session: Session,
): Promise<Understanding> {
  if (session.asked === "confirm") return asCorrection(understander, input, alone, session);
  const owesName = session.name === null && session.name_asked && session.asked !== "name";
  return owesName && alone.intents.includes("other") ? asName(understander, input, alone) : alone;
}

/** Only when it begins: an hour inside its arrival window is another wish. */
function optionOf({ date, from }: OfferedSlot, index: number): Option {
  const weekday = Temporal.PlainDate.from(date).toLocaleString("en-US", { weekday: "long" }).toLowerCase();
  return { n: index + 1, weekday, date, from };
}
