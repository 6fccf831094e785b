import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { conversationQuery } from "../../api/conversations.ts";
import { failureSentence } from "../../shell/query-client.ts";
import { useShortcut } from "../../shell/shortcuts/shortcuts.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { Failure } from "../../ui/failure.tsx";
import { Composer } from "./composer/composer.tsx";
import { PersonPane } from "./person/person-pane.tsx";
import { ThreadHeader } from "./thread/thread-header.tsx";
import { ThreadSkeleton } from "./thread/thread-skeleton.tsx";
import { Timeline } from "./thread/timeline.tsx";
import { useMarkRead } from "./thread/use-mark-read.ts";

/** One conversation: the thread, and beside it the person; on a narrow page the person opens over it. */
export function ConversationPage() {
  const { t } = useTranslation("inbox");
  const { conversationId } = useParams({ from: "/inside/inbox/$conversationId" });
  const { data: conversation, error, isPending, refetch } = useQuery(conversationQuery(conversationId));
  const [isPersonOpen, setPersonOpen] = useState(false);
  const navigate = useNavigate();
  useMarkRead(conversation);
  useShortcut("Escape", t("backToList"), () => void navigate({ to: "/inbox", search: true }));

  if (isPending) return <ThreadSkeleton />;
  if (!conversation) {
    return (
      <div className="flex-1">
        <Failure onRetry={() => void refetch()}>{failureSentence(error)}</Failure>
      </div>
    );
  }
  return (
    <>
      <section aria-label={t("thread")} className="flex min-w-0 flex-1 flex-col">
        <ThreadHeader conversation={conversation} onPerson={() => setPersonOpen(true)} />
        <Timeline conversation={conversation} />
        <Composer key={conversation.id} conversation={conversation} />
      </section>
      <aside aria-label={t("person")} className="hidden w-76 shrink-0 overflow-y-auto border-l p-4 xl:block">
        <PersonPane conversation={conversation} />
      </aside>
      <Drawer isOpen={isPersonOpen} onClose={() => setPersonOpen(false)} title={t("person")}>
        <PersonPane conversation={conversation} />
      </Drawer>
    </>
  );
}
