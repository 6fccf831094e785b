import { Outlet, useParams } from "@tanstack/react-router";
import { clsx } from "clsx";
import { MessagesSquare } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ConversationList } from "./list/conversation-list.tsx";

/** List, thread and person side by side; one of them at a time on a phone. */
export function Inbox() {
  const { t } = useTranslation("inbox");
  const { conversationId } = useParams({ strict: false });
  const isOpen = conversationId !== undefined;
  return (
    <div className="flex min-h-0 flex-1">
      <ConversationList className={clsx(isOpen && "max-lg:hidden")} />
      {isOpen ? (
        <Outlet />
      ) : (
        <div className="hidden flex-1 items-center justify-center lg:flex">
          <EmptyState icon={MessagesSquare} title={t("nothingOpen")}>
            {t("nothingOpenMeans")}
          </EmptyState>
        </div>
      )}
    </div>
  );
}
