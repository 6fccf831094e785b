import type { Handset, Text } from "../handsets/handset.ts";
import type { Line } from "../handsets/line.ts";
import type { Message } from "../messaging/message.ts";

/** A handset as a screen shows it. Times in ms since the epoch. */
export function handsetView(handset: Handset) {
  const { number, name, lineType, carrier, place, isOn, callerId, onCall, voicemailAfterMs, forwarding } = handset;
  return {
    number,
    name,
    lineType,
    carrier,
    place,
    isOn,
    callerId,
    onCall,
    voicemailAfterMs,
    forwarding,
    textErrorCode: handset.textErrorCode,
    lines: handset.lines.map(lineView),
    texts: handset.texts.map(textView),
  };
}

const lineView = ({ id, direction, peer, state, answeredBy, startedAt, heard }: Line) => ({
  id,
  direction,
  peer,
  state,
  answeredBy,
  startedAt,
  heard,
});

/** `photos` names their types; the bytes are at `handsets/{number}/texts/{id}/photos/{index}`. */
export const textView = ({ photos, ...text }: Text) => ({
  ...text,
  photos: photos.map(({ contentType }) => ({ contentType })),
});

/** A message of the carrier's ledger without the bytes of its pictures. */
export const messageView = ({ media, ...message }: Message) => ({
  ...message,
  media: media.map(({ sid, contentType }) => ({ sid, contentType })),
});
