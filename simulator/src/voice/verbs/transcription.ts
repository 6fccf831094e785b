import { callParameters } from "../parameters.ts";
import type { Recording } from "../recording.ts";
import { recordingParameters } from "../recordings.ts";
import { hookOf, type Stage } from "../stage.ts";
import type { Verb } from "../twiml.ts";

const READY_AFTER_MS = 8_000;

/** `<Record transcribeCallback>`: the words follow some seconds later. */
export function transcribeLater(stage: Stage, verb: Verb, recording: Recording): void {
  const hook = hookOf(stage, verb, "transcribeCallback", "transcribeCallbackMethod");
  if (!hook) return;
  const { world, leg } = stage;
  const sid = world.chance.sid("TR");
  const params = {
    ...callParameters(world, leg.call),
    ...recordingParameters(world, recording),
    TranscriptionSid: sid,
    TranscriptionText: recording.said,
    TranscriptionStatus: "completed",
    TranscriptionType: "fast",
    TranscriptionUrl: `${world.publicBase()}/api/2010-04-01/Accounts/${recording.accountSid}/Transcriptions/${sid}`,
  };
  world.clock.schedule(world.clock.now() + READY_AFTER_MS, () =>
    world.webhooks.tell({
      kind: "transcription",
      accountSid: recording.accountSid,
      resourceSid: recording.sid,
      hook,
      params,
    }),
  );
}
