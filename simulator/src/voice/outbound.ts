import type { World } from "../world.ts";
import type { Call } from "./call.ts";
import { isOver } from "./call.ts";
import { answeredBy, awaitAnswer } from "./child.ts";
import { runCall } from "./interpreter.ts";
import { createLeg, type DocumentRequest, hangUp } from "./leg.ts";
import { progress } from "./progress.ts";

/** A call that an application asks for. */
export interface OutboundCall {
  accountSid: string;
  phoneNumberSid: string;
  from: string;
  to: string;
  instructions: DocumentRequest;
  timeoutMs: number;
  detectsMachines: boolean;
  statusCallback: Call["statusCallback"];
}

/** One call a second is begun for an account. Source: Twilio, "Calls per second". */
const BETWEEN_CALLS_MS = 1_000;

/** Queues a call; it is begun when the account's turn comes, and performs its instructions when it is answered. */
export function placeCall(world: World, outbound: OutboundCall): Call {
  const now = world.carrierNow();
  const call: Call = {
    sid: world.chance.sid("CA"),
    accountSid: outbound.accountSid,
    parentCallSid: null,
    phoneNumberSid: outbound.phoneNumberSid,
    direction: "outbound-api",
    from: outbound.from,
    to: outbound.to,
    forwardedFrom: null,
    status: "queued",
    answeredBy: null,
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    answeredAt: null,
    endedAt: null,
    history: [],
    statusCallback: outbound.statusCallback,
    callbacksSent: 0,
  };
  world.ledger.calls.put(call);
  world.clock.schedule(takeTurn(world, outbound.accountSid), () => void begin(world, call, outbound));
  return call;
}

function takeTurn(world: World, accountSid: string): number {
  const turnAt = Math.max(world.clock.now(), world.lanes.get(accountSid) ?? 0);
  world.lanes.set(accountSid, turnAt + BETWEEN_CALLS_MS);
  return turnAt;
}

async function begin(world: World, call: Call, outbound: OutboundCall): Promise<void> {
  if (isOver(call)) return;
  progress(world, call, "initiated");
  const attempt = world.reach(call.to, call.from);
  if (attempt.kind !== "ringing") {
    return progress(world, call, "completed", attempt.kind === "busy" ? "busy" : "failed");
  }
  const leg = createLeg(world, call, attempt.line);
  progress(world, call, "ringing");
  if (!(await awaitAnswer(world, leg, outbound.timeoutMs))) return;
  if (outbound.detectsMachines) call.answeredBy = answeredBy(leg);
  progress(world, call, "answered");
  await runCall(world, leg, outbound.instructions);
}

/**
 * Ends a call from outside: "canceled" only before it is answered, "completed" at any time.
 * False when the call is over already, or answered and only to be cancelled.
 */
export function endCall(world: World, call: Call, status: "canceled" | "completed"): boolean {
  if (isOver(call) || (status === "canceled" && call.answeredAt !== null)) return false;
  const leg = world.legs.get(call.sid);
  const final = call.answeredAt === null ? "canceled" : "completed";
  if (leg) hangUp(leg, final);
  else progress(world, call, "completed", final);
  return true;
}
