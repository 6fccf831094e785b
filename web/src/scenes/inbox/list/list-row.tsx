import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import type { ConversationRow } from "../../../api/types.ts";
import { Who } from "../../../records/who.tsx";
import { Avatar } from "../../../ui/avatar.tsx";
import { Time } from "../../../ui/time.tsx";
import { Owner } from "./owner.tsx";
import { Waiting } from "./waiting.tsx";

/** Who, the last words, how long they wait, who owns it; an edge in colour only when it waits for us. */
export function ListRow({ row, isOpen }: { row: ConversationRow; isOpen: boolean }) {
  const isUrgent = row.priority === "urgent";
  const isUnread = row.unread_count > 0;
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: row.id }}
      search
      aria-current={isOpen ? "page" : undefined}
      className={clsx(
        "focus-inset relative flex h-full gap-3 border-b px-4 py-2.5 transition-colors",
        isOpen ? "bg-surface-selected" : "hover:bg-surface-hover",
      )}
    >
      {row.waiting_since && (
        <span
          aria-hidden
          className={clsx("absolute inset-y-0 left-0 w-1", isUrgent ? "bg-missed-solid" : "bg-human-solid")}
        />
      )}
      <Avatar name={row.customer_name} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex items-baseline gap-2">
          <Who
            name={row.customer_name}
            phone={row.customer_phone}
            className={clsx("min-w-0 flex-1 truncate text-base", isUnread ? "font-semibold" : "font-medium")}
          />
          {row.last_message_time && (
            <Time at={row.last_message_time} shown="list" className="shrink-0 text-small text-ink-faint" />
          )}
        </span>
        <LastWords row={row} isUnread={isUnread} />
        <span className="mt-1 flex items-center gap-3">
          <Owner owner={row.owner} />
          {row.waiting_since && <Waiting since={row.waiting_since} isUrgent={isUrgent} />}
        </span>
      </span>
    </Link>
  );
}

/** What became of words that did not reach the customer. */
const UNSENT: ReadonlySet<string> = new Set(["refused", "failed", "undelivered"]);

function LastWords({ row: { last_message }, isUnread }: { row: ConversationRow; isUnread: boolean }) {
  const { t } = useTranslation("inbox");
  const words = last_message?.body || (last_message?.media_count ? t("photo") : t("onlyCalled"));
  const isUnsent = last_message !== null && UNSENT.has(last_message.status);
  return (
    <span className={clsx("truncate text-base", isUnread ? "text-ink" : "text-ink-soft")}>
      {last_message?.direction === "outbound" && <span className="text-ink-faint">{t("us")} </span>}
      {isUnsent && <span className="font-medium text-missed">{t(`status_${last_message.status}`)} </span>}
      {words}
    </span>
  );
}
