import { lockRecipient, optOutState } from "#compliance";
import { findContactByPhone } from "#contacts";
import { findUnreadText } from "#intake";
import { getNumber, type OwnNumber } from "#numbers";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { startSend } from "./calls.ts";
import { changeState, type Lease, lease } from "./change-state.ts";
import { selectStillToHold } from "./decisions.ts";
import { askConditions } from "./facts.ts";
import { askToCall } from "./failures.ts";
import { enterLane } from "./lanes.ts";
import { findOutbound, lockOutbound, type Outbound } from "./queries.ts";
import { quietUntil } from "./quiet.ts";

/** The right to send one text once. It ends with the lease; the fencing token tells a later right from this one. */
export type Claim = Lease & {
  id: string;
  from: string;
  hook_token: string;
  recipient: string;
  body: string;
  media_urls: string[];
};

/** Raised by the database when the pen has passed to somebody else. */
const STALE_OWNER = "NM001";

/**
 * Claims a queued text: in one committed transaction under the recipient's lock everything that may have changed is asked
 * again, and the text is marked as leaving, before the network is touched. Null when it may not leave now, or ever.
 */
export async function claim(ports: Ports, tenantId: string, id: string): Promise<Claim | null> {
  try {
    return await ports.scope(tenantId, SYSTEM, (scope) => claimInside(scope, id));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === STALE_OWNER)) throw error;
    await ports.scope(tenantId, SYSTEM, (scope) => cancelStale(scope, id));
    return null;
  }
}

async function claimInside(scope: Scope, id: string): Promise<Claim | null> {
  const seen = await findOutbound(scope, id);
  if (seen === null) return null;
  const [, message, standing] = await Promise.all([
    lockRecipient(scope, seen.recipient),
    lockOutbound(scope, id),
    askAgain(scope, seen),
  ]);
  if (message === null || message.state !== "queued") return null;
  const { number } = standing;
  if (number === null) {
    await giveUp(scope, message, "number_released", "The number that it was to leave from was released.");
    return null;
  }
  const obstacle = await findObstacle(scope, message, standing);
  if (obstacle?.kind === "never") {
    if (obstacle.reason === "expired") await giveUp(scope, message, obstacle.reason, TOO_LATE);
    else await changeState(scope, message, { state: "cancelled", state_reason: obstacle.reason });
    return null;
  }
  if (obstacle?.kind === "later") {
    await postpone(scope, message, obstacle);
    return null;
  }
  const { phone_number: from, hook_token } = number;
  return { ...message, ...(await lease(scope, message)), from, hook_token };
}

type Standing = Awaited<ReturnType<typeof askAgain>>;

/** What the person wrote is read within moments, or when somebody has it received again; it may say STOP. */
const LOOK_AGAIN_AFTER = { waiting: { seconds: 1 }, dead: { minutes: 1 } };

/** What may have changed since the gate decided. The recipient's lock is held. */
async function askAgain(scope: Scope, { decision_id, recipient, phone_number_id }: Outbound) {
  const [{ conditions, quiet }, { optedOut }, unread, contact, number] = await Promise.all([
    selectStillToHold(scope, decision_id),
    optOutState(scope, recipient),
    findUnreadText(scope, recipient),
    findContactByPhone(scope, recipient),
    findNumber(scope, phone_number_id),
  ]);
  return { conditions, quiet, optedOut, unread, doNotContact: contact?.do_not_contact === true, number };
}

/** Null when the number was released meanwhile. */
async function findNumber(scope: Scope, id: string): Promise<OwnNumber | null> {
  return getNumber(scope, id).catch((error: unknown) => {
    if (error instanceof Refused && error.refusal === NOT_FOUND) return null;
    throw error;
  });
}

const PLACE_IN_LANE = "place_in_lane";
const TOO_LATE = "It could not leave in time to be of use.";

type Obstacle = { kind: "never"; reason: string } | { kind: "later"; reason: string; at: Temporal.Instant };

/** What has come in the way since the gate decided. */
async function findObstacle(scope: Scope, message: Outbound, standing: Standing): Promise<Obstacle | null> {
  const now = scope.now();
  const { conditions, quiet } = standing;
  if (Temporal.Instant.compare(now, message.expires_at) >= 0) return { kind: "never", reason: "expired" };
  if (!quiet.confirms_opt_out && standing.optedOut) return { kind: "never", reason: "opt_out" };
  if (!quiet.confirms_opt_out && standing.doNotContact) return { kind: "never", reason: "do_not_contact" };
  if (!quiet.confirms_opt_out && standing.unread !== null)
    return { kind: "later", reason: "unread", at: now.add(LOOK_AGAIN_AFTER[standing.unread]) };
  const broken = (await askConditions(scope, conditions)).find((condition) => !condition.holds);
  if (broken !== undefined) return { kind: "never", reason: broken.name };
  const silence = quietUntil({ ...quiet, now });
  if (silence !== null) return { kind: "later", reason: "quiet_hours", at: silence.until };
  if (message.not_before !== null && Temporal.Instant.compare(now, message.not_before) < 0)
    return { kind: "later", reason: message.state_reason ?? "waiting", at: message.not_before };
  const hasPlace = message.state_reason === PLACE_IN_LANE;
  const lane = await enterLane(scope, message.phone_number_id, { class: message.class, hasPlace });
  if (lane.admitted) return null;
  return { kind: "later", reason: lane.hasPlace ? PLACE_IN_LANE : "full_lane", at: lane.at };
}

/**
 * A text that could leave only when it is of no use any more never leaves. A place in the lane was counted and stays the
 * text's own while the person's words are read.
 */
async function postpone(scope: Scope, message: Outbound, { at, reason }: { at: Temporal.Instant; reason: string }) {
  if (Temporal.Instant.compare(at, message.expires_at) >= 0) return giveUp(scope, message, reason, TOO_LATE);
  const keepsPlace = reason === "unread" && message.state_reason === PLACE_IN_LANE;
  await scope.tx
    .updateTable("outbound_messages")
    .set({ not_before: at, state_reason: keepsPlace ? PLACE_IN_LANE : reason })
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", message.id)
    .execute();
  await startSend(scope, { ...message, not_before: at });
}

/** A text about a missed call that does not leave, or too late, is not silently missed: a person calls instead. */
async function giveUp(scope: Scope, message: Outbound, reason: string, sentence: string): Promise<void> {
  await changeState(scope, message, { state: "cancelled", state_reason: reason });
  if (message.call_id !== null) await askToCall(scope, message, sentence);
}

async function cancelStale(scope: Scope, id: string): Promise<void> {
  const message = await lockOutbound(scope, id);
  if (message?.state === "queued") await changeState(scope, message, { state: "cancelled", state_reason: "ownership" });
}
