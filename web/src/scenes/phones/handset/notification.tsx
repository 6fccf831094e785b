import { MessageCircle } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { HandsetText } from "../../../api/simulator.ts";
import { nationalPhone } from "../../../ui/format/phone.ts";

interface NotificationProps {
  text: HandsetText;
  name: string | null;
  onOpen: () => void;
}

/** A text that came in while something else was on the screen. */
export function Notification({ text, name, onOpen }: NotificationProps) {
  const { t } = useTranslation("phones");
  return (
    <div role="status" className="absolute inset-x-2 top-9 z-10 animate-rise">
      <button
        type="button"
        onClick={onOpen}
        className="flex w-full items-start gap-2.5 rounded-bubble bg-surface px-3 py-2.5 text-left shadow-float"
      >
        <MessageCircle aria-hidden className="mt-0.5 size-5 shrink-0 text-talking" />
        <span className="min-w-0">
          <span className="block truncate text-base font-semibold">{name ?? nationalPhone(text.peer)}</span>
          <span className="line-clamp-2 text-base text-ink-soft">{text.body || t("photo")}</span>
        </span>
      </button>
    </div>
  );
}
