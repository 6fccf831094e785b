import { Client } from "pg";
import { signWebhook } from "../../../../rig/src/webhooks.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";
import { type Street, statusOf } from "./street.ts";

/** Words that the carrier may say one day: taken, kept as they came, and without effect on what is known. */
export async function sayUnknownWords(
  street: Street,
  chance: Chance,
): Promise<{ words: number; violations: string[] }> {
  const { lines, town } = street;
  const [line] = lines;
  const callSid = `CA${chance.hex(32, "unknown words")}`;
  const call = statusOf(line, callSid, "ringing");
  const text = {
    AccountSid: line.accountSid,
    MessageSid: `SM${chance.hex(32, "unknown words")}`,
    From: line.phoneNumber,
  };
  const said: [topic: string, params: Record<string, string>][] = [
    ["voice", { ...call, SentimentOfCaller: "mauve" }],
    ["call-status", { ...call, CallStatus: "levitating" }],
    ["dial-result", { ...call, DialCallStatus: "teleported" }],
    ["leg-status", { ...call, ParentCallSid: callSid, CallSid: `${callSid.slice(0, -1)}x`, CallStatus: "humming" }],
    ["sms-status", { ...text, To: "+15125550142", MessageStatus: "beamed" }],
  ];
  const violations: string[] = [];
  for (const [topic, params] of said) {
    const { status } = await street.post(signWebhook(line, town.publicUrl, topic, params));
    if (status !== 200) violations.push(`A ${topic} with an unknown word was answered ${status}.`);
  }
  await street.drained();
  const kept = await keptOf(street, [callSid, text.MessageSid]);
  for (const [topic, params] of said) {
    const isRaw = kept.webhooks.some((one) => one.topic === topic && sameFields(one.body, params));
    if (!isRaw) violations.push(`A ${topic} with an unknown word is not kept as it came.`);
  }
  if (kept.status !== "ringing") violations.push(`Unknown words made a ringing call ${kept.status}.`);
  return { words: said.length, violations };
}

type Kept = { status: string | undefined; webhooks: { topic: string; body: Record<string, string> }[] };

async function keptOf({ town }: Street, subjects: string[]): Promise<Kept> {
  const client = new Client(town.database.owner);
  await client.connect();
  try {
    const inbox = await client.query<Kept["webhooks"][number]>(
      "select topic, body from webhook_inbox where subject = any($1) and status = 'processed'",
      [subjects],
    );
    const calls = await client.query<{ status: string }>("select status from calls where call_sid = any($1)", [
      subjects,
    ]);
    return { webhooks: inbox.rows, status: calls.rows[0]?.status };
  } finally {
    await client.end();
  }
}

function sameFields(one: Record<string, string>, other: Record<string, string>): boolean {
  const text = (fields: Record<string, string>) =>
    JSON.stringify(Object.entries(fields).sort(([a], [b]) => a.localeCompare(b)));
  return text(one) === text(other);
}
