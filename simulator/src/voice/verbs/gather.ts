import type { LineEvent } from "../../handsets/line.ts";
import { firstOf } from "../../signal.ts";
import type { Parameters } from "../../webhooks/signing.ts";
import { answer, disturbance, isDisturbed } from "../leg.ts";
import { goTo, hookOf, type Stage, secondsOf, type VerbAction } from "../stage.ts";
import type { Verb } from "../twiml.ts";
import { pauseFor, playSound, say } from "./speech.ts";

type Input = { digits: string; speech: string; finishedOn: string };

const prompts: Readonly<Record<string, VerbAction>> = { Say: say, Play: playSound, Pause: pauseFor };

/**
 * `<Gather>`: takes keys (and words, when `input` has speech) while its prompts play and until `timeout` (5 s) passes
 * without any; input leads to `action` (or the document again), silence to the next verb unless `actionOnEmptyResult`.
 * Source: Twilio, "TwiML: Gather".
 */
export const gather: VerbAction = async (stage, verb) => {
  answer(stage.world, stage.leg);
  const input = await listen(stage, verb);
  if (isDisturbed(stage.leg)) return "next";
  const isEmpty = input.digits === "" && input.speech === "";
  if (isEmpty && verb.attributes["actionOnEmptyResult"] !== "true") return "next";
  const action = hookOf(stage, verb, "action", "method") ?? { url: stage.baseUrl, method: "POST" };
  return goTo("voice.action", action, resultParameters(input));
};

const resultParameters = ({ digits, speech, finishedOn }: Input): Parameters => ({
  ...(speech === "" ? { Digits: digits, FinishedOnKey: finishedOn } : { SpeechResult: speech, Confidence: "0.92" }),
  msg: "Gather End",
});

async function listen(stage: Stage, verb: Verb): Promise<Input> {
  const { world, leg } = stage;
  const collector = collectInput(verb);
  const stopCollecting = leg.line.signal.on(collector.take);
  const firstInput = firstOf(world.clock, leg.line.signal, isInput);
  await playPrompts(stage, verb, firstInput);
  const timeoutMs = secondsOf(verb, "timeout", 5);
  while (!collector.isDone() && !isDisturbed(leg)) {
    if (!(await firstOf(world.clock, leg.line.signal, isInput, timeoutMs))) break;
  }
  stopCollecting();
  return collector.input;
}

const isInput = (event: LineEvent): true | undefined =>
  event.type === "pressed" || event.type === "spoke" ? true : disturbance(event);

/** Puts together what the party enters, until it is enough. */
function collectInput(verb: Verb): { input: Input; take(event: LineEvent): void; isDone(): boolean } {
  const wanted = Number(verb.attributes["numDigits"] ?? Number.POSITIVE_INFINITY);
  const finishOnKey = verb.attributes["finishOnKey"] ?? "#";
  const kinds = verb.attributes["input"] ?? "dtmf";
  const input: Input = { digits: "", speech: "", finishedOn: "" };
  const isDone = (): boolean => input.speech !== "" || input.finishedOn !== "" || input.digits.length >= wanted;

  const press = (key: string): void => {
    if (isDone()) return;
    if (finishOnKey.includes(key)) input.finishedOn = key;
    else input.digits += key;
  };

  return {
    input,
    isDone,
    take(event) {
      if (event.type === "spoke" && kinds.includes("speech") && !isDone()) input.speech = event.text;
      if (event.type === "pressed" && kinds.includes("dtmf")) for (const key of event.digits) press(key);
    },
  };
}

/** Plays the prompts; the first input cuts them short. */
async function playPrompts(stage: Stage, verb: Verb, firstInput: Promise<unknown>): Promise<void> {
  let isCut = false;
  void firstInput.then(() => {
    isCut = true;
  });
  for (const prompt of verb.children) {
    const play = prompts[prompt.name];
    if (play && !isCut) await Promise.race([firstInput, play(stage, prompt)]);
  }
}
