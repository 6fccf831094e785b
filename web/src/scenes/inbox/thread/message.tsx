import { clsx } from "clsx";
import { useState } from "react";
import type { Conversation, MessageItem, TimelineItem } from "../../../api/types.ts";
import { MessageMeta } from "./message-meta.tsx";
import { Photos } from "./photos.tsx";
import { Why } from "./why.tsx";

const RUN_MS = 300_000;

/** Messages of one sender within five minutes stand close together. */
const goesOn = (message: MessageItem, before: TimelineItem | undefined): boolean =>
  before?.kind === "message" &&
  before.sender === message.sender &&
  before.sender_name === message.sender_name &&
  Date.parse(message.at) - Date.parse(before.at) < RUN_MS;

const surfaces: Record<MessageItem["sender"], string> = {
  customer: "bg-surface-selected",
  ai: "bg-automated-soft",
  system: "bg-automated-soft",
  human: "bg-human-soft",
};

interface MessageProps {
  message: MessageItem;
  before: TimelineItem | undefined;
  conversation: Conversation;
}

/** A text: the customer's on the left, ours on the right, marked when a machine wrote it. */
export function Message({ message, before, conversation }: MessageProps) {
  const [isWhyOpen, setWhyOpen] = useState(false);
  const isOurs = message.direction === "outbound";
  const isUnsent = message.status === "refused";
  return (
    <article
      className={clsx(
        "flex max-w-[85%] flex-col",
        isOurs ? "items-end self-end" : "items-start",
        !goesOn(message, before) && "mt-3",
      )}
    >
      <Photos media={message.media} />
      {message.body && (
        <p
          lang={isOurs ? undefined : (conversation.contact?.language ?? undefined)}
          className={clsx(
            "rounded-bubble px-3.5 py-2 text-reading break-words whitespace-pre-wrap text-ink",
            isUnsent ? "border border-dashed border-edge" : surfaces[message.sender],
            isOurs ? "rounded-br-sm" : "rounded-bl-sm",
          )}
        >
          {message.body}
        </p>
      )}
      <MessageMeta message={message} isWhyOpen={isWhyOpen} onWhy={() => setWhyOpen(!isWhyOpen)} />
      {isWhyOpen && <Why messageId={message.id} />}
    </article>
  );
}
