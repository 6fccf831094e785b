import { answerLine, endLine, type Line, letHear } from "../handsets/line.ts";
import { firstOf } from "../signal.ts";
import type { Parameters } from "../webhooks/signing.ts";
import type { Hook, WebhookKind } from "../webhooks/webhook.ts";
import type { World } from "../world.ts";
import type { Call, CallStatus } from "./call.ts";
import { progress } from "./progress.ts";

/** Where the instructions for a leg come from: fetched from a hook, or given with the request. */
export type DocumentRequest =
  | { kind: WebhookKind; hook: Hook; fallback?: Hook | undefined; params?: Parameters }
  | { inline: string };

/** A call while it lasts: its record and the line to the party at the far end. */
export interface Leg {
  call: Call;
  line: Line;
  /** Instructions that came from outside (REST) and replace whatever is being performed. */
  redirect: DocumentRequest | undefined;
  /** Whether it was tried to connect the caller: from then on an unanswered call ends unanswered. */
  hasDialled: boolean;
  /** How the call ends when not as a matter of course. */
  finalStatus: CallStatus | undefined;
}

/** Ties a call's record to its line: when the line ends, whoever ended it, the call is over. */
export function createLeg(world: World, call: Call, line: Line): Leg {
  const leg: Leg = { call, line, redirect: undefined, hasDialled: false, finalStatus: undefined };
  world.legs.set(call.sid, leg);
  line.signal.on((event) => {
    if (event.type === "ended") {
      world.legs.delete(call.sid);
      progress(world, call, "completed", leg.finalStatus ?? usualEnd(call));
    }
    if (event.type === "heard") world.feed.tell("call.heard", { sid: call.sid, number: line.number, text: event.text });
  });
  return leg;
}

const usualEnd = (call: Call): CallStatus => {
  if (call.answeredAt !== null) return "completed";
  return call.direction === "inbound" ? "no-answer" : "canceled";
};

export const hasEnded = (leg: Leg): boolean => leg.line.state === "ended";

export const isDisturbed = (leg: Leg): boolean => hasEnded(leg) || leg.redirect !== undefined;

/** The carrier picks up for the caller; without effect once the call is answered. */
export function answer(world: World, leg: Leg): void {
  if (leg.call.direction !== "inbound" || leg.line.state !== "ringing") return;
  progress(world, leg.call, "answered");
  answerLine(leg.line, "machine");
}

/** The instructions are at their end. A caller whom nobody was rung for is picked up first. Source: Twilio, "TwiML: Hangup". */
export function finish(world: World, leg: Leg): void {
  if (!leg.hasDialled) answer(world, leg);
  hangUp(leg);
}

/** The carrier ends the call. */
export function hangUp(leg: Leg, status?: CallStatus): void {
  leg.finalStatus ??= status;
  endLine(leg.line, "network");
}

/** The party hears something for `ms`, unless it hangs up or the call is redirected meanwhile. */
export async function play(world: World, leg: Leg, text: string, ms: number): Promise<void> {
  letHear(world.clock, leg.line, text);
  await pause(world, leg, ms);
}

/** Waits `ms` of the world's time, unless the party hangs up or the call is redirected meanwhile. */
export async function pause(world: World, leg: Leg, ms: number): Promise<void> {
  if (!isDisturbed(leg)) await firstOf(world.clock, leg.line.signal, disturbance, ms);
}

/** For `firstOf`: the events that cut short whatever a leg is doing. */
export const disturbance = (event: { type: string }): true | undefined =>
  event.type === "ended" || event.type === "redirected" ? true : undefined;

/** Replaces what the leg is doing. */
export function redirect(leg: Leg, request: DocumentRequest): void {
  leg.redirect = request;
  leg.line.signal.emit({ type: "redirected" });
}
