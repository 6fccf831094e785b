import { Ban, Check, CheckCheck, CircleAlert, Clock, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { MessageItem } from "../../../api/types.ts";

const looks: Record<MessageItem["status"], { icon: LucideIcon; tone: string }> = {
  queued: { icon: Clock, tone: "" },
  sending: { icon: Clock, tone: "" },
  sent: { icon: Check, tone: "" },
  delivered: { icon: CheckCheck, tone: "" },
  received: { icon: CheckCheck, tone: "" },
  read: { icon: CheckCheck, tone: "text-human" },
  undelivered: { icon: CircleAlert, tone: "font-medium text-missed" },
  failed: { icon: CircleAlert, tone: "font-medium text-missed" },
  refused: { icon: Ban, tone: "font-medium text-missed" },
};

/** Whether a text arrived; when it did not, why, in words, with the carrier's code. */
export function Delivery({ message }: { message: MessageItem }) {
  const { t } = useTranslation("inbox");
  const { icon: Icon, tone } = looks[message.status];
  return (
    <span className={`inline-flex items-center gap-1 ${tone}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {t(`status_${message.status}`)}
      {message.error_sentence && (
        <span className="font-normal">
          {message.error_sentence}
          {message.error_code !== null && <span className="tabular"> ({message.error_code})</span>}
        </span>
      )}
    </span>
  );
}
