import { randomBytes } from "node:crypto";
import twilio from "twilio";
import { openHouse } from "../../../rig/src/house.ts";
import type { Line, Town } from "../../../rig/src/town.ts";
import type { House } from "../../../server/src/compose.ts";

/** What the carrier posts about one call that nobody answers, in its order: topic and fields. */
type Posted = readonly [topic: string, fields: Record<string, string>];

export const WEBHOOKS_A_CALL = 6;
/** So many calls are under way at a time: their webhooks come mixed. */
const AT_A_TIME = 50;

/** Has the front door accept everything about so many missed calls; nobody drains meanwhile. Returns how many webhooks. */
export async function fillInbox(town: Town, calls: number): Promise<number> {
  const house = await openHouse(town);
  try {
    for (let first = 0; first < calls; first += AT_A_TIME) {
      const crowd = Array.from({ length: Math.min(AT_A_TIME, calls - first) }, (_none, place) =>
        missedCall(town.lines[(first + place) % town.lines.length]),
      );
      for (let step = 0; step < WEBHOOKS_A_CALL; step += 1)
        await Promise.all(crowd.map(({ line, posts }) => post(house, town, line, posts[step])));
    }
  } finally {
    await house.stop();
  }
  return calls * WEBHOOKS_A_CALL;
}

async function post(house: House, { publicUrl }: Town, line: Line, posted: Posted | undefined): Promise<void> {
  if (posted === undefined) throw new Error(`A call has ${WEBHOOKS_A_CALL} webhooks.`);
  const [topic, fields] = posted;
  const url = `/hooks/t/${line.hookToken}/${topic}`;
  const answer = await house.app.inject({
    method: "POST",
    url,
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "x-twilio-signature": twilio.getExpectedTwilioSignature(line.authToken, `${publicUrl}${url}`, fields),
    },
    payload: new URLSearchParams(fields).toString(),
  });
  if (answer.statusCode !== 200) throw new Error(`The front door answered ${answer.statusCode}: ${answer.body}`);
}

function missedCall(line: Line | undefined): { line: Line; posts: readonly Posted[] } {
  if (line === undefined) throw new Error("The town has no lines.");
  const callSid = `CA${randomBytes(16).toString("hex")}`;
  const legSid = `CA${randomBytes(16).toString("hex")}`;
  const caller = `+1512555${String(randomBytes(2).readUInt16BE() % 10_000).padStart(4, "0")}`;
  const { accountSid: AccountSid, phoneNumber } = line;
  const place = { FromCity: "AUSTIN", FromState: "TX", FromZip: "78704", FromCountry: "US", ApiVersion: "2010-04-01" };
  const call = { CallSid: callSid, AccountSid, From: caller, To: phoneNumber, Direction: "inbound", ...place };
  const leg = { CallSid: legSid, ParentCallSid: callSid, AccountSid, From: caller, To: "+15125550101", ...place };
  const rung = { ...leg, Direction: "outbound-dial" };
  return {
    line,
    posts: [
      ["voice", { ...call, CallStatus: "ringing" }],
      ["leg-status", { ...rung, CallStatus: "initiated", SequenceNumber: "0" }],
      ["leg-status", { ...rung, CallStatus: "ringing", SequenceNumber: "1" }],
      ["leg-status", { ...rung, CallStatus: "no-answer", SequenceNumber: "2" }],
      ["dial-result", { ...call, CallStatus: "in-progress", DialCallStatus: "no-answer", DialCallSid: legSid }],
      ["call-status", { ...call, CallStatus: "completed", CallDuration: "24", SequenceNumber: "3" }],
    ],
  };
}
