import { Link } from "@tanstack/react-router";
import { ArrowLeft, Check, PanelRight, Phone, RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../../../api/types.ts";
import { Who } from "../../../records/who.tsx";
import { useMay } from "../../../shell/session.ts";
import { useShortcut } from "../../../shell/shortcuts/shortcuts.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { PhoneNumber } from "../../../ui/phone-number.tsx";
import { ThreadMenu } from "./thread-menu.tsx";
import { useResolve } from "./use-resolve.ts";

interface ThreadHeaderProps {
  conversation: Conversation;
  onPerson: () => void;
}

export function ThreadHeader({ conversation, onPerson }: ThreadHeaderProps) {
  const { t } = useTranslation("inbox");
  const resolve = useResolve(conversation);
  const mayWrite = useMay("conversations.write");
  const isResolved = conversation.status === "resolved" || conversation.status === "closed";
  const change = () => resolve(isResolved ? "active" : "resolved");
  useShortcut("e", t("resolve"), () => mayWrite && change());
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-b px-1 sm:gap-2 sm:px-2 md:px-4">
      <Button asChild look="quiet" size="square">
        <Link to="/inbox" search aria-label={t("backToList")} className="lg:!hidden">
          <ArrowLeft />
        </Link>
      </Button>
      <span className="max-sm:hidden">
        <Avatar name={conversation.customer_name} />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-reading leading-5 font-semibold">
          <Who name={conversation.customer_name} phone={conversation.customer_phone} />
        </h2>
        {conversation.customer_name && (
          <PhoneNumber phone={conversation.customer_phone} className="text-small text-ink-faint" />
        )}
      </div>
      <Button asChild look="quiet" size="square" className="max-sm:!hidden">
        <a href={`tel:${conversation.customer_phone}`} aria-label={t("callCustomer")}>
          <Phone />
        </a>
      </Button>
      {mayWrite && (
        <Button onClick={change} aria-label={isResolved ? t("reopen") : t("resolve")} className="max-sm:!px-3">
          {isResolved ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
          <span className="max-sm:hidden">{isResolved ? t("reopen") : t("resolve")}</span>
        </Button>
      )}
      {mayWrite && <ThreadMenu conversation={conversation} />}
      <span className="xl:hidden">
        <IconButton label={t("person")} onClick={onPerson}>
          <PanelRight />
        </IconButton>
      </span>
    </header>
  );
}
