import { toE164 } from "../directory/place.ts";
import type { LineEvent } from "../handsets/line.ts";
import { firstOf } from "../signal.ts";
import type { Hook } from "../webhooks/webhook.ts";
import type { World } from "../world.ts";
import { type Call, callEvents } from "./call.ts";
import { createLeg, hangUp, type Leg } from "./leg.ts";
import { progress } from "./progress.ts";
import { hookOf, type Stage } from "./stage.ts";
import type { Verb } from "./twiml.ts";

/** Someone whom a `<Dial>` is to ring. */
export interface ChildTarget {
  to: string;
  /** Instructions performed for the callee before the parties are connected (whisper, screening). */
  whisper: Hook | undefined;
  statusCallback: Call["statusCallback"];
  detectsMachines: boolean;
}

/** A call that a `<Dial>` made. `leg` is absent when it did not even ring. */
export interface Child {
  call: Call;
  leg: Leg | undefined;
  /** True once the callee has answered and accepted, false when that will not happen any more. */
  accepted: Promise<boolean>;
}

/** The numbers of a `<Dial>`: its `<Number>` children, or its own text. */
export function readTargets(stage: Stage, dial: Verb): ChildTarget[] {
  const numbers = dial.children.filter((child) => child.name === "Number");
  const nouns = numbers.length > 0 ? numbers : [dial];
  return nouns.flatMap((noun) => {
    const to = toE164(noun.text);
    return to ? [readTarget(stage, noun, dial, to)] : [];
  });
}

function readTarget(stage: Stage, noun: Verb, dial: Verb, to: string): ChildTarget {
  const hook = hookOf(stage, noun, "statusCallback", "statusCallbackMethod");
  const asked = noun.attributes["statusCallbackEvent"]?.split(/[\s,]+/) ?? [];
  const events = callEvents.filter((event) => asked.includes(event));
  return {
    to,
    whisper: noun === dial ? undefined : hookOf(stage, noun, "url", "method"),
    statusCallback: hook && { ...hook, events: events.length > 0 ? events : ["completed"] },
    detectsMachines: ["Enable", "DetectMessageEnd"].includes(noun.attributes["machineDetection"] ?? ""),
  };
}

/** Rings one target for at most `timeoutMs`, and lets it perform its whisper when it answers. */
export function placeChild(stage: Stage, target: ChildTarget, callerId: string, timeoutMs: number): Child {
  const { world, leg: parent } = stage;
  const call = createCall(world, parent.call, target, callerId);
  progress(world, call, "initiated");
  const attempt = world.reach(target.to, callerId);
  if (attempt.kind !== "ringing") {
    progress(world, call, "completed", attempt.kind === "busy" ? "busy" : "failed");
    return { call, leg: undefined, accepted: Promise.resolve(false) };
  }
  const leg = createLeg(world, call, attempt.line);
  progress(world, call, "ringing");
  return { call, leg, accepted: awaitAcceptance(stage, leg, target, timeoutMs) };
}

async function awaitAcceptance(stage: Stage, leg: Leg, target: ChildTarget, timeoutMs: number): Promise<boolean> {
  const { world } = stage;
  if (!(await awaitAnswer(world, leg, timeoutMs))) return false;
  if (target.detectsMachines) leg.call.answeredBy = answeredBy(leg);
  progress(world, leg.call, "answered");
  if (!target.whisper) return true;
  return stage.follow(world, leg, { kind: "voice", hook: target.whisper });
}

/** Waits for an outgoing call's fate; false (and the call is over) when it is refused, ended or not answered in time. */
export async function awaitAnswer(world: World, leg: Leg, timeoutMs: number): Promise<boolean> {
  const fate = await firstOf(world.clock, leg.line.signal, answerOrEnd, timeoutMs);
  if (fate === "answered") return true;
  hangUp(leg, fate === "rejected" ? "busy" : "no-answer");
  return false;
}

const answerOrEnd = (event: LineEvent): "answered" | "rejected" | "ended" | undefined =>
  event.type === "answered" || event.type === "rejected" || event.type === "ended" ? event.type : undefined;

/** What machine detection says. Source: Twilio, "Answering machine detection": AnsweredBy. */
export const answeredBy = (leg: Leg): string => (leg.line.answeredBy === "machine" ? "machine_start" : "human");

function createCall(world: World, parent: Call, target: ChildTarget, callerId: string): Call {
  const now = world.carrierNow();
  const call: Call = {
    sid: world.chance.sid("CA"),
    accountSid: parent.accountSid,
    parentCallSid: parent.sid,
    phoneNumberSid: parent.phoneNumberSid,
    direction: "outbound-dial",
    from: callerId,
    to: target.to,
    forwardedFrom: null,
    status: "queued",
    answeredBy: null,
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    answeredAt: null,
    endedAt: null,
    history: [],
    statusCallback: target.statusCallback,
    callbacksSent: 0,
  };
  world.ledger.calls.put(call);
  return call;
}
