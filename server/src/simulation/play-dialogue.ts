import { businessHours } from "../modules/tenants/index.ts";
import { readPhone } from "../platform/values/phone.ts";
import { askedFor } from "./asked-for.ts";
import { type BusinessSpec, connectNumbers, openBusiness } from "./business.ts";
import type { Dialogue } from "./dialogue.ts";
import { readRecords } from "./records.ts";
import { type DialogueResult, outcomeOf } from "./result.ts";
import type { Scratch } from "./scratch-database.ts";
import { readScript } from "./script-reader.ts";
import { raiseWorld, type World } from "./world.ts";

const BUSINESS_NUMBER = "+15125550100";
const OWNER_MOBILE = "+15125550101";
const CUSTOMER = "+15125550142";
/** Long enough for a burst to be over and the answer to be delivered. */
const ANSWER_WITHIN_MS = 40_000;
/** A script that has not ended by then never will. */
const MOST_TEXTS = 40;
/** The smallest picture there is: one white pixel. */
const PIXEL = {
  contentType: "image/png",
  bytes: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==",
    "base64",
  ),
};

/** Plays one scripted customer against the whole product, in a world and a business of its own. */
export async function playDialogue(scratch: Scratch, dialogue: Dialogue): Promise<DialogueResult> {
  const { address, drop } = await scratch.copy();
  const startAt = Temporal.Instant.from(dialogue.business.now);
  const world = await raiseWorld({
    database: address,
    secret: scratch.secret,
    startAt,
    seed: dialogue.id,
    logLevel: "silent",
  });
  try {
    const business = await openBusiness(world, specOf(dialogue));
    await connectNumbers(world);
    const said = await converse(world, dialogue);
    const records = await readRecords(world, business.tenantId, CUSTOMER);
    return {
      id: dialogue.id,
      outcome: outcomeOf(records),
      appointment: records.appointment,
      said,
      decisions: records.decisions,
    };
  } finally {
    await world.close();
    await drop();
  }
}

async function converse(world: World, dialogue: Dialogue): Promise<DialogueResult["said"]> {
  const { clock, simulator } = world;
  const customer = simulator.person({ number: CUSTOMER, name: "Customer" });
  const script = readScript(dialogue.turns);
  const said: DialogueResult["said"] = [];
  let asked: ReturnType<typeof askedFor> = [];
  for (let count = 0; count < MOST_TEXTS; count += 1) {
    const words = script.next(asked);
    if (words === null) break;
    said.push({ from: "customer", at: instantOf(clock.now()), text: words });
    const read = customer.inbox.length;
    await customer.texts(words === "<photo>" ? "" : words, {
      to: BUSINESS_NUMBER,
      photos: words === "<photo>" ? [PIXEL] : [],
    });
    await clock.advance(ANSWER_WITHIN_MS);
    const answers = customer.inbox.slice(read);
    for (const answer of answers) said.push({ from: "business", at: instantOf(answer.at), text: answer.body });
    asked = answers.flatMap((answer) => askedFor(answer.body));
  }
  return said;
}

function specOf({ business, trade }: Dialogue): BusinessSpec {
  const {
    monday = null,
    tuesday = null,
    wednesday = null,
    thursday = null,
    friday = null,
    saturday = null,
    sunday = null,
  } = business.hours;
  const holidays = (business.holidays ?? []).map((day) =>
    typeof day === "string" ? { date: day, name: "Holiday" } : { date: day.date, name: day.name ?? "Holiday" },
  );
  return {
    business: {
      business_name: business.name,
      timezone: business.zone,
      trade_type: TRADES.find((known) => known === trade) ?? "other",
      business_zip: business.zip,
      business_phone: readPhone(BUSINESS_NUMBER),
      service_radius_miles: Math.round(business.radius_miles),
    },
    settings: {
      business_hours: businessHours.parse({ monday, tuesday, wednesday, thursday, friday, saturday, sunday }),
      holidays,
    },
    phoneNumber: BUSINESS_NUMBER,
    ownerPhone: OWNER_MOBILE,
  };
}

const TRADES = ["plumbing", "electrical", "hvac", "locksmith", "garage_door", "clinic"] as const;

const instantOf = (ms: number) => Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toString();
