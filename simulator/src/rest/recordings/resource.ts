import type { Recording } from "../../voice/recording.ts";
import { recordingUrl } from "../../voice/recordings.ts";
import type { World } from "../../world.ts";
import { rfc2822OrNull } from "../dates.ts";

/** Twilio: Recording resource. */
export function recordingResource(world: World, recording: Recording) {
  const uri = `/2010-04-01/Accounts/${recording.accountSid}/Recordings/${recording.sid}`;
  return {
    account_sid: recording.accountSid,
    api_version: "2010-04-01",
    call_sid: recording.callSid,
    channels: recording.channels,
    conference_sid: null,
    date_created: rfc2822OrNull(recording.createdAt),
    date_updated: rfc2822OrNull(recording.createdAt),
    duration: String(recording.durationS),
    encryption_details: null,
    error_code: null,
    media_url: recordingUrl(world, recording),
    price: "-0.00250",
    price_unit: "USD",
    sid: recording.sid,
    source: recording.source,
    start_time: rfc2822OrNull(recording.startedAt),
    status: "completed",
    subresource_uris: { transcriptions: `${uri}/Transcriptions.json` },
    uri: `${uri}.json`,
  };
}
