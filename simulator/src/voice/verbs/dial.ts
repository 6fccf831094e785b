import { letHear } from "../../handsets/line.ts";
import type { Parameters } from "../../webhooks/signing.ts";
import type { Hook } from "../../webhooks/webhook.ts";
import { bridge } from "../bridge.ts";
import { type CallStatus, talkSeconds } from "../call.ts";
import { type Child, type ChildTarget, placeChild, readTargets } from "../child.ts";
import { answer, disturbance, hangUp, isDisturbed, type Leg } from "../leg.ts";
import { callParameters } from "../parameters.ts";
import { goTo, hookOf, type Stage, secondsOf, type VerbAction } from "../stage.ts";
import type { Verb } from "../twiml.ts";

/** A callee that answered, accepted and can be connected. */
type Accepted = Child & { leg: Leg };

/**
 * `<Dial>`: rings its numbers, all at once or (sequential="true") one after another, and connects the first that answers
 * and accepts. Afterwards the action is asked, also when the caller hung up after talking, but not when the caller gave
 * up while it rang. Source: Twilio, "TwiML: Dial".
 */
export const dial: VerbAction = async (stage, verb) => {
  const { leg } = stage;
  leg.hasDialled = true;
  if (verb.attributes["answerOnBridge"] !== "true") answer(stage.world, leg);
  const children: Child[] = [];
  const accepted = await ringTargets(stage, verb, children);
  if (isDisturbed(leg) && !accepted) return "next";
  const recording = accepted && (await bridge(stage, verb, accepted.leg));
  const action = hookOf(stage, verb, "action", "method");
  if (leg.redirect || !action) return "next";
  const params = { ...dialParameters(children, accepted), ...recording };
  if (leg.line.state !== "ended") return goTo("voice.action", action, params);
  await tellAction(stage, action, params);
  return "end";
};

async function ringTargets(stage: Stage, verb: Verb, children: Child[]): Promise<Accepted | undefined> {
  const { world, leg } = stage;
  const targets = readTargets(stage, verb);
  letHear(world.clock, leg.line, "[ringing]");
  const stopWatching = leg.line.signal.on((event) => {
    if (disturbance(event)) for (const child of children) cancel(child);
  });
  const isSequential = verb.attributes["sequential"] === "true";
  const accepted = isSequential
    ? await ringInTurn(stage, verb, targets, children)
    : await ringAtOnce(stage, verb, targets, children);
  stopWatching();
  return accepted;
}

async function ringInTurn(
  stage: Stage,
  verb: Verb,
  targets: ChildTarget[],
  children: Child[],
): Promise<Accepted | undefined> {
  for (const target of targets) {
    if (isDisturbed(stage.leg)) return undefined;
    const child = ring(stage, verb, target, children);
    if (await child.accepted) return asAccepted(child);
  }
  return undefined;
}

/** Whoever accepts first is connected, the others stop ringing. */
async function ringAtOnce(
  stage: Stage,
  verb: Verb,
  targets: ChildTarget[],
  children: Child[],
): Promise<Accepted | undefined> {
  const rung = targets.map((target) => ring(stage, verb, target, children));
  const winner = await Promise.any(
    rung.map(async (child) => ((await child.accepted) ? child : Promise.reject(new Error("not accepted")))),
  ).catch(() => undefined);
  for (const child of rung) if (child !== winner) cancel(child);
  return winner && asAccepted(winner);
}

function ring(stage: Stage, verb: Verb, target: ChildTarget, children: Child[]): Child {
  const { call } = stage.leg;
  const callerId = verb.attributes["callerId"] ?? (call.direction === "inbound" ? call.from : call.to);
  const child = placeChild(stage, target, callerId, secondsOf(verb, "timeout", 30));
  children.push(child);
  return child;
}

const cancel = ({ leg }: Child): void => {
  if (leg) hangUp(leg, "canceled");
};

const asAccepted = (child: Child): Accepted | undefined =>
  child.leg && child.leg.line.state === "talking" ? { ...child, leg: child.leg } : undefined;

/** What the action is told. Of several numbers the one that got furthest counts. */
function dialParameters(children: Child[], accepted: Accepted | undefined): Parameters {
  const furthest: CallStatus[] = ["completed", "no-answer", "canceled", "busy", "failed"];
  const status = furthest.find((one) => children.some((child) => child.call.status === one)) ?? "failed";
  const telling = accepted ?? children.find((child) => child.call.status === status);
  return {
    DialCallStatus: accepted ? "completed" : status,
    DialBridged: String(accepted !== undefined),
    ...(telling && { DialCallSid: telling.call.sid }),
    ...(telling && telling.call.answeredAt !== null && { DialCallDuration: String(talkSeconds(telling.call)) }),
  };
}

/** The caller is gone: the action is told how it went, its answer has no one to be performed for. */
async function tellAction({ world, leg }: Stage, hook: Hook, params: Parameters): Promise<void> {
  await world.webhooks.ask({
    kind: "voice.action",
    accountSid: leg.call.accountSid,
    resourceSid: leg.call.sid,
    hook,
    params: { ...callParameters(world, leg.call), ...params },
  });
}
