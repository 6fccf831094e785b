import { receiveMessage } from "../messaging/inbound.ts";
import type { Message } from "../messaging/message.ts";
import { receiveCall } from "../voice/inbound.ts";
import type { World } from "../world.ts";
import type { Handset, Photo, Text } from "./handset.ts";
import { joinLines, joinNetworks } from "./joining.ts";
import { createLine, endLine, type Line, letHear } from "./line.ts";
import { type RingAttempt, ringHandset, takeLine } from "./ringing.ts";

/** Rings whoever has the number: a handset (which may be forwarded), or a number of the carrier's own customers. */
export function reach(world: World, to: string, from: string, forwardedFrom?: string): RingAttempt {
  const owned = world.directory.owned(to);
  if (owned) {
    const near = createLine(world.chance.sid("LN"), "incoming", to, from, world.clock.now());
    const far = createLine(world.chance.sid("LN"), "outgoing", from, to, world.clock.now());
    joinNetworks(near, far);
    void receiveCall(world, far, owned, from, forwardedFrom);
    return { kind: "ringing", line: near };
  }
  const handset = world.handsets.get(to);
  if (!handset) return { kind: "unreachable" };
  return handset.forwarding === null ? ring(world, handset, from) : ringForwarded(world, handset, from);
}

const ring = (world: World, handset: Handset, from: string): RingAttempt =>
  ringHandset(world.clock, handset, from, world.chance.sid("LN"), () => world.handsets.changed(handset));

/** Rings the handset first; when nobody picks up in time, or at once when it cannot ring, its carrier calls the other number. */
function ringForwarded(world: World, handset: Handset, from: string): RingAttempt {
  const { clock } = world;
  const forwarding = handset.forwarding;
  if (!forwarding) return ring(world, handset, from);
  const forward = (): RingAttempt => reach(world, forwarding.to, from, handset.number);
  const first = ring(world, handset, from);
  if (first.kind !== "ringing") return forward();

  const front = createLine(world.chance.sid("LN"), "incoming", handset.number, from, clock.now());
  const part = joinLines(clock, front, first.line);
  clock.schedule(clock.now() + forwarding.afterMs, () => {
    if (front.state !== "ringing") return;
    part();
    endLine(first.line, "network");
    const second = forward();
    if (second.kind === "ringing") joinLines(clock, front, second.line);
    else endLine(front, "network");
  });
  return { kind: "ringing", line: front };
}

/** A call that a handset makes. */
export interface Dialled {
  line: Line;
  /** Resolves when the other side has been told of the call and has answered what to do with it. */
  placed: Promise<void>;
}

/** A person dials. The line rings until the other end answers; it ends at once when nobody can be reached. */
export function dialFrom(world: World, handset: Handset, to: string): Dialled {
  const line = createLine(world.chance.sid("LN"), "outgoing", handset.number, to, world.clock.now());
  takeLine(handset, line, () => world.handsets.changed(handset));
  const owned = world.directory.owned(to);
  if (owned) return { line, placed: receiveCall(world, line, owned, handset.callerId, undefined) };
  const attempt = reach(world, to, handset.callerId);
  if (attempt.kind === "ringing") joinLines(world.clock, line, attempt.line);
  else {
    letHear(world.clock, line, attempt.kind === "busy" ? "[busy tone]" : "[the number cannot be reached]");
    endLine(line, "network");
  }
  return { line, placed: Promise.resolve() };
}

/** A person sends a text. Resolves when whoever has the number was told. */
export async function textFrom(
  world: World,
  handset: Handset,
  to: string,
  body: string,
  photos: readonly Photo[],
): Promise<Text> {
  const at = world.clock.now();
  const owned = world.directory.owned(to);
  const other = world.handsets.get(to);
  const isDelivered = owned !== undefined || other !== undefined;
  const text: Text = {
    id: world.chance.sid("TX"),
    sid: null,
    direction: "sent",
    peer: to,
    body,
    photos: [...photos],
    at,
    state: isDelivered ? "delivered" : "failed",
  };
  world.handsets.addText(handset, text);
  if (other) {
    const received: Text = { ...text, id: world.chance.sid("TX"), direction: "received", peer: handset.number };
    world.handsets.addText(other, received);
  }
  if (owned) text.sid = (await receiveMessage(world, owned, handset.number, body, photos)).sid;
  return text;
}

/** Hands the carrier's text to whoever has its number; Twilio's error code when nobody can take it. */
export function handOver(world: World, message: Message): number | null {
  const photos = message.media.map(({ contentType, bytes }) => ({ contentType, bytes }));
  const owned = world.directory.owned(message.to);
  if (owned) {
    void receiveMessage(world, owned, message.from, message.body, photos);
    return null;
  }
  const handset = world.handsets.get(message.to);
  if (!handset) return 30005;
  if (handset.textErrorCode !== null) return handset.textErrorCode;
  if (!handset.isOn) return 30003;
  world.handsets.addText(handset, {
    id: world.chance.sid("TX"),
    sid: message.sid,
    direction: "received",
    peer: message.from,
    body: message.body,
    photos,
    at: world.clock.now(),
    state: "delivered",
  });
  return null;
}
