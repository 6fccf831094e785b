import { readKeyword } from "#compliance";
import type { Message } from "#conversations";
import type { Business } from "#tenants";
import {
  type Address,
  type OfferedSlot as Option,
  trades,
  type UnderstandInput,
  type Understanding,
} from "#understanding";
import type { Heard } from "./policy/heard.ts";
import type { OfferedSlot, Session } from "./policy/session.ts";
import { saysWrong } from "./policy/signs.ts";
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

/** What answers a read-back without a yes may be the name that it lacks, or the address as it should be. */
async function asCorrection(
  understander: Understander,
  input: UnderstandInput,
  answer: Understanding,
  { name, address }: Session,
): Promise<Understanding> {
  if (address !== null && answer.address === null && (answer.intents.includes("deny") || saysWrong(input.text)))
    return asAddress(understander, input, answer, address);
  return name === null && answer.intents.includes("other") ? asName(understander, input, answer) : answer;
}

/** "It's Birch Lane, not Beech": the street of the address that was read back, whose number may stay. */
async function asAddress(
  understander: Understander,
  input: UnderstandInput,
  unclear: Understanding,
  known: Address,
): Promise<Understanding> {
  const { address, ...asked } = await read(understander, { ...input, context: "address" });
  if (address === null || address.street === null) return unclear;
  return { ...asked, name: null, address: { ...address, number: address.number ?? known.number } };
}

/** Some sign a read-back with their name before they say yes. */
async function asName(
  understander: Understander,
  input: UnderstandInput,
  unclear: Understanding,
): Promise<Understanding> {
  const asked = await read(understander, { ...input, context: "name" });
  const looksLikeName = /^\p{Lu}|\s/u.test(input.text.trim());
  return looksLikeName && asked.name !== null && asked.intents.every((intent) => intent === "give_name")
    ? asked
    : unclear;
}

/** Only when it begins: an hour inside its arrival window is another wish. */
function optionOf({ date, from }: OfferedSlot, index: number): Option {
  const weekday = Temporal.PlainDate.from(date).toLocaleString("en-US", { weekday: "long" }).toLowerCase();
  return { n: index + 1, weekday, date, from };
}
