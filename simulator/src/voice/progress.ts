import type { World } from "../world.ts";
import { type Call, type CallEvent, type CallStatus, isOver } from "./call.ts";
import { progressParameters } from "./parameters.ts";

/** Writes a call's next state into the ledger and tells whoever asked for this event. Nothing follows a final state. */
export function progress(world: World, call: Call, event: CallEvent, status: CallStatus = statusOf(event)): void {
  if (isOver(call)) return;
  const now = world.carrierNow();
  call.status = event === "initiated" ? "queued" : status;
  call.updatedAt = now;
  if (event === "answered") call.answeredAt = now;
  if (event === "completed") call.endedAt = now;
  call.startedAt ??= event === "initiated" ? null : now;
  const told = event === "initiated" ? "initiated" : status;
  call.history.push({ event, status: told, at: now });
  world.feed.tell("call.status", {
    sid: call.sid,
    from: call.from,
    to: call.to,
    direction: call.direction,
    status: told,
  });
  sendStatusCallback(world, call, event, told);
}

const statusOf = (event: CallEvent): CallStatus => {
  if (event === "answered") return "in-progress";
  return event === "initiated" ? "queued" : event;
};

function sendStatusCallback(world: World, call: Call, event: CallEvent, status: string): void {
  const { statusCallback: hook } = call;
  if (!hook?.events.includes(event)) return;
  const params = progressParameters(world, call, status);
  call.callbacksSent += 1;
  void world.webhooks.tell({
    kind: "voice.status",
    accountSid: call.accountSid,
    resourceSid: call.sid,
    hook,
    params,
    isFinal: event === "completed",
  });
}
