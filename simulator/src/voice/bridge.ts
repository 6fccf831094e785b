import { type Line, letHear } from "../handsets/line.ts";
import { firstOf } from "../signal.ts";
import type { Parameters } from "../webhooks/signing.ts";
import type { World } from "../world.ts";
import { answer, disturbance, hangUp, isDisturbed, type Leg } from "./leg.ts";
import { keepRecording, recordingParameters } from "./recordings.ts";
import { hookOf, type Stage, secondsOf } from "./stage.ts";
import type { Verb } from "./twiml.ts";

const LONGEST_CALL_S = 4 * 60 * 60;

/**
 * Connects the caller with a callee until one of them hangs up, the caller is redirected, or the dial's time limit
 * passes; then the callee's call is over. Resolves to what the action is told about a recording, if one was asked for.
 */
export async function bridge(stage: Stage, dial: Verb, callee: Leg): Promise<Parameters> {
  const { world, leg: caller } = stage;
  answer(world, caller);
  const startedAt = world.carrierNow();
  const said: string[] = [];
  const disconnect = [
    carryWords(world, caller.line, callee.line, said),
    carryWords(world, callee.line, caller.line, said),
  ];
  await untilOver(world, caller, callee, dial);
  for (const stop of disconnect) stop();
  leave(stage, callee);
  if (!dial.attributes["record"]?.startsWith("record")) return {};
  const channels = dial.attributes["record"].endsWith("dual") ? 2 : 1;
  const hook = hookOf(stage, dial, "recordingStatusCallback", "recordingStatusCallbackMethod");
  const recording = keepRecording(world, caller.call, {
    startedAt,
    channels,
    source: "DialVerb",
    said: said.join(" "),
    hook,
  });
  return recordingParameters(world, recording);
}

/** The callee's call ends with the connection, unless other instructions came for it meanwhile. */
function leave(stage: Stage, callee: Leg): void {
  const instructions = callee.redirect;
  if (!instructions) return hangUp(callee, "completed");
  callee.redirect = undefined;
  void stage.follow(stage.world, callee, instructions).then((ranOut) => ranOut && hangUp(callee));
}

async function untilOver(world: World, caller: Leg, callee: Leg, dial: Verb): Promise<void> {
  if (isDisturbed(caller) || callee.line.state === "ended") return;
  const starHangsUp = dial.attributes["hangupOnStar"] === "true";
  await Promise.race([
    firstOf(world.clock, caller.line.signal, (event) =>
      starHangsUp && event.type === "pressed" && event.digits.includes("*") ? true : disturbance(event),
    ),
    firstOf(world.clock, callee.line.signal, disturbance, secondsOf(dial, "timeLimit", LONGEST_CALL_S)),
  ]);
}

function carryWords(world: World, from: Line, to: Line, said: string[]): () => void {
  return from.signal.on((event) => {
    if (event.type !== "spoke") return;
    said.push(event.text);
    letHear(world.clock, to, event.text);
  });
}
