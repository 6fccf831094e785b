import { receiveMessage } from "../messaging/inbound.ts";
import type { Message } from "../messaging/message.ts";
import type { World } from "../world.ts";
import type { Handset, Photo, Text } from "./handset.ts";

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
