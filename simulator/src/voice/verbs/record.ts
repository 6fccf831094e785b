import type { LineEvent } from "../../handsets/line.ts";
import { firstOf } from "../../signal.ts";
import { answer, disturbance, isDisturbed, play } from "../leg.ts";
import { callParameters } from "../parameters.ts";
import { keepRecording, recordingParameters } from "../recordings.ts";
import { goTo, hookOf, type Stage, secondsOf, type VerbAction } from "../stage.ts";
import type { Verb } from "../twiml.ts";
import { transcribeLater } from "./transcription.ts";

type End = { by: "silence" | "hangup" | "redirect" } | { by: "key"; key: string };

const BEEP_MS = 500;

/**
 * `<Record>`: beeps and takes down what the party says until a key, `timeout` (5 s) of silence, `maxLength` (1 h) or the
 * end of the call. Nothing said: nothing is kept and the next verb follows. Source: Twilio, "TwiML: Record".
 */
export const record: VerbAction = async (stage, verb) => {
  const { world, leg } = stage;
  answer(world, leg);
  if (verb.attributes["playBeep"] !== "false") await play(world, leg, "[beep]", BEEP_MS);
  if (isDisturbed(leg)) return "next";
  const startedAt = world.carrierNow();
  const { said, end } = await takeDown(stage, verb);
  if (said.length === 0) return "next";
  const hook = hookOf(stage, verb, "recordingStatusCallback", "recordingStatusCallbackMethod");
  const recording = keepRecording(world, leg.call, {
    startedAt,
    channels: 1,
    source: "RecordVerb",
    said: said.join(" "),
    hook,
  });
  transcribeLater(stage, verb, recording);
  if (end.by === "redirect") return "next";
  const action = hookOf(stage, verb, "action", "method") ?? { url: stage.baseUrl, method: "POST" as const };
  const digits = end.by === "key" ? end.key : end.by === "hangup" ? "hangup" : "";
  const params = { ...recordingParameters(world, recording), Digits: digits };
  if (end.by !== "hangup") return goTo("voice.action", action, params);
  await world.webhooks.ask({
    kind: "voice.action",
    accountSid: leg.call.accountSid,
    resourceSid: leg.call.sid,
    hook: action,
    params: { ...callParameters(world, leg.call), ...params },
  });
  return "end";
};

async function takeDown({ world, leg }: Stage, verb: Verb): Promise<{ said: string[]; end: End }> {
  const { clock } = world;
  const silenceMs = secondsOf(verb, "timeout", 5);
  const lastMoment = clock.now() + secondsOf(verb, "maxLength", 3_600);
  const keys = verb.attributes["finishOnKey"] ?? "1234567890*#";
  const said: string[] = [];
  let quietFrom = clock.now();

  const pick = (event: LineEvent): End | { speaksUntil: number } | undefined => {
    if (event.type === "spoke") {
      said.push(event.text);
      return { speaksUntil: clock.now() + event.seconds * 1_000 };
    }
    if (event.type === "pressed" && keys.includes(event.digits.slice(0, 1))) return { by: "key", key: event.digits };
    if (!disturbance(event)) return undefined;
    return { by: event.type === "ended" ? "hangup" : "redirect" };
  };

  for (;;) {
    const waitMs = Math.min(quietFrom + silenceMs, lastMoment) - clock.now();
    const next = waitMs > 0 ? await firstOf(clock, leg.line.signal, pick, waitMs) : undefined;
    if (next === undefined) return { said, end: { by: "silence" } };
    if ("by" in next) return { said, end: next };
    quietFrom = next.speaksUntil;
  }
}
