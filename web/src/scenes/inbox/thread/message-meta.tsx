import { Bot, ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { MessageItem } from "../../../api/types.ts";
import { Time } from "../../../ui/time.tsx";
import { Delivery } from "./delivery.tsx";

interface MessageMetaProps {
  message: MessageItem;
  isWhyOpen: boolean;
  onWhy: () => void;
}

/** Under a text: who wrote it when it was us, when, whether it arrived, and the way to its reason. */
export function MessageMeta({ message, isWhyOpen, onWhy }: MessageMetaProps) {
  const { t } = useTranslation("inbox");
  const isOurs = message.direction === "outbound";
  const isAutomated = message.sender === "ai" || message.sender === "system";
  return (
    <div
      className={`mt-0.5 flex flex-wrap items-center gap-x-2 px-1 text-small text-ink-faint ${isOurs ? "justify-end" : ""}`}
    >
      {isAutomated && (
        <span className="inline-flex items-center gap-1 font-medium text-automated">
          <Bot aria-hidden className="size-3.5" />
          {t(message.sender === "ai" ? "ai" : "automatic")}
        </span>
      )}
      {message.sender === "human" && <span className="font-medium text-human">{message.sender_name ?? t("us")}</span>}
      <Time at={message.at} />
      {isOurs && <Delivery message={message} />}
      {isOurs && message.decision_id !== null && (
        <button
          type="button"
          aria-expanded={isWhyOpen}
          onClick={onWhy}
          className="thumb inline-flex items-center rounded-sm underline-offset-2 hover:text-ink hover:underline"
        >
          {t("why")}
          <ChevronDown aria-hidden className={`size-3.5 transition-transform ${isWhyOpen ? "rotate-180" : ""}`} />
        </button>
      )}
    </div>
  );
}
