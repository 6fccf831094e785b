import { Client } from "pg";
import { z } from "zod";
import { openHouse } from "../../../../rig/src/house.ts";
import { signWebhook } from "../../../../rig/src/webhooks.ts";
import { createPerson } from "../../../../server/src/modules/identity/index.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";
import { type Street, statusOf } from "./street.ts";

export type Rotation = { webhooks: number; violations: string[] };

const SENDERS = 8;

/**
 * Changes the auth token of an account while its carrier posts: webhooks on their way under the old token, then under
 * both, then under the new one. All are accepted, and in the inbox once.
 */
export async function rotateUnderLoad(street: Street, chance: Chance, webhooks: number): Promise<Rotation> {
  const line = street.lines[1];
  const fresh = chance.hex(32, "fresh token");
  const change = await readyToChange(street, line.tenantId, fresh);
  const violations: string[] = [];
  const sids: string[] = [];
  let changed: Promise<void> = Promise.resolve();
  let isFresh = false;
  const send = async () => {
    while (sids.length < webhooks) {
      const place = sids.length;
      const callSid = `CA${chance.hex(32, "rotation", place)}`;
      sids.push(callSid);
      if (place === Math.floor(webhooks / 3)) {
        changed = change().then(() => {
          isFresh = true;
        });
      }
      const token = tokenAt({ isFresh, place, webhooks, chance }) === "fresh" ? fresh : line.authToken;
      const params = statusOf(line, callSid, "completed");
      const { status } = await street.post(signWebhook(line, street.town.publicUrl, "call-status", params, token));
      if (status !== 200) violations.push(`Webhook ${place} of a rotation was answered ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  await changed;
  if (!isFresh) violations.push("The token was not changed while webhooks came.");
  const missing = await missingOf(street, sids);
  if (missing > 0) violations.push(`${missing} webhooks of a rotation are not in the inbox.`);
  return { webhooks: sids.length, violations };
}

/** The carrier changes over once we know the new token; for a third of the time both are on their way. */
function tokenAt({
  isFresh,
  place,
  webhooks,
  chance,
}: {
  isFresh: boolean;
  place: number;
  webhooks: number;
  chance: Chance;
}) {
  if (!isFresh) return "old";
  return place > (2 * webhooks) / 3 || chance.happens(0.5, "token", place) ? "fresh" : "old";
}

const cookie = z.string().transform((text) => text.split(";", 1)[0] ?? "");

/** Employs an owner and signs them in; they change the token when they are told to. */
async function readyToChange(street: Street, tenantId: string, auth_token: string): Promise<() => Promise<void>> {
  const [email, password] = ["owner@rotation.example", "a long enough password"];
  const house = await openHouse({ ...street.town, logLevel: "silent" });
  try {
    await createPerson(house.ports, { tenantId, email, password, firstName: "Ann", lastName: "Lee", role: "owner" });
  } finally {
    await house.stop();
  }
  const origin = await street.origin();
  const ask = (method: string, path: string, body: object, headers = {}) =>
    fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const session = await ask("POST", "/session", { email, password });
  const cookies = session.headers.getSetCookie().map((one) => cookie.parse(one));
  return async () => {
    const answer = await ask("PUT", "/telephony-account/auth-token", { auth_token }, { cookie: cookies.join("; ") });
    if (!answer.ok) throw new Error(`The token could not be changed: ${answer.status} ${await answer.text()}`);
  };
}

async function missingOf({ town }: Street, sids: string[]): Promise<number> {
  const client = new Client(town.database.owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ kept: number }>(
      "select count(*)::int as kept from webhook_inbox where subject = any($1)",
      [sids],
    );
    return sids.length - (rows[0]?.kept ?? 0);
  } finally {
    await client.end();
  }
}
