import { formatNationally } from "../../directory/place.ts";
import { type Call, isOver, talkSeconds } from "../../voice/call.ts";
import type { World } from "../../world.ts";
import { rfc2822OrNull } from "../dates.ts";
import { callPrice } from "../price.ts";

/** Twilio: Call resource. A call that was not answered has duration "0"; one that lasts has none yet. */
export function callResource(world: World, call: Call) {
  const uri = `/2010-04-01/Accounts/${call.accountSid}/Calls/${call.sid}`;
  const seconds = talkSeconds(call);
  return {
    account_sid: call.accountSid,
    answered_by: call.answeredBy,
    api_version: "2010-04-01",
    caller_name: null,
    date_created: rfc2822OrNull(call.createdAt),
    date_updated: rfc2822OrNull(call.updatedAt),
    direction: call.direction,
    duration: isOver(call) ? String(seconds) : null,
    end_time: rfc2822OrNull(call.endedAt),
    forwarded_from: call.forwardedFrom,
    from: call.from,
    from_formatted: formatNationally(call.from),
    group_sid: null,
    parent_call_sid: call.parentCallSid,
    phone_number_sid: call.phoneNumberSid,
    price: callPrice(world, call),
    price_unit: "USD",
    queue_time: "0",
    sid: call.sid,
    start_time: rfc2822OrNull(call.startedAt),
    status: call.status,
    subresource_uris: {
      events: `${uri}/Events.json`,
      notifications: `${uri}/Notifications.json`,
      recordings: `${uri}/Recordings.json`,
    },
    to: call.to,
    to_formatted: formatNationally(call.to),
    trunk_sid: null,
    uri: `${uri}.json`,
  };
}
