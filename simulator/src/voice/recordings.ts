import type { Parameters } from "../webhooks/signing.ts";
import type { Hook } from "../webhooks/webhook.ts";
import type { World } from "../world.ts";
import type { Call } from "./call.ts";
import { rfc2822 } from "./parameters.ts";
import type { Recording } from "./recording.ts";

/** Time between the end of a recording and its being ready. */
const READY_AFTER_MS = 2_000;

/** Keeps what was recorded from `startedAt` (carrier's time) until now, and tells the hook when it is ready. */
export function keepRecording(
  world: World,
  call: Call,
  { hook, ...details }: Pick<Recording, "startedAt" | "channels" | "source" | "said"> & { hook: Hook | undefined },
): Recording {
  const now = world.carrierNow();
  const recording: Recording = {
    sid: world.chance.sid("RE"),
    accountSid: call.accountSid,
    callSid: call.sid,
    createdAt: now,
    durationS: Math.max(1, Math.round((now - details.startedAt) / 1_000)),
    ...details,
  };
  world.ledger.recordings.put(recording);
  world.feed.tell("recording.completed", { sid: recording.sid, callSid: call.sid, seconds: recording.durationS });
  if (hook) world.clock.schedule(world.clock.now() + READY_AFTER_MS, () => tellReady(world, recording, hook));
  return recording;
}

const tellReady = (world: World, recording: Recording, hook: Hook): Promise<unknown> =>
  world.webhooks.tell({
    kind: "recording.status",
    accountSid: recording.accountSid,
    resourceSid: recording.sid,
    hook,
    params: {
      AccountSid: recording.accountSid,
      CallSid: recording.callSid,
      ...recordingParameters(world, recording),
      RecordingStatus: "completed",
      RecordingChannels: String(recording.channels),
      RecordingSource: recording.source,
      RecordingStartTime: rfc2822(recording.startedAt),
      RecordingTrack: "both",
      ErrorCode: "0",
    },
  });

/** What every request about a recording says of it. */
export const recordingParameters = (world: World, recording: Recording): Parameters => ({
  RecordingSid: recording.sid,
  RecordingUrl: recordingUrl(world, recording),
  RecordingDuration: String(recording.durationS),
});

export const recordingUrl = (world: World, { accountSid, sid }: Recording): string =>
  `${world.publicBase()}/api/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`;
