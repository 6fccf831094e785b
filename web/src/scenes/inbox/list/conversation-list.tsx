import { useInfiniteQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { SquarePen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { conversationsQuery, conversationViews } from "../../../api/conversations.ts";
import { openPanel } from "../../../shell/frame/panels.ts";
import { SearchField } from "../../../shell/frame/search-field.tsx";
import { failureSentence } from "../../../shell/query-client.ts";
import { Choice } from "../../../ui/choice.tsx";
import { Failure } from "../../../ui/failure.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { ListSkeleton } from "./list-skeleton.tsx";
import { NobodyHere } from "./nobody-here.tsx";
import { Rows } from "./rows.tsx";
import { useFilter } from "./use-filter.ts";

/** Who wrote or called, newest first. */
export function ConversationList({ className }: { className?: string }) {
  const { t } = useTranslation("inbox");
  const { filter, change } = useFilter();
  const list = useInfiniteQuery(conversationsQuery(filter));
  return (
    <section
      aria-label={t("conversations")}
      className={clsx("flex min-w-0 flex-col max-lg:flex-1 lg:w-88 lg:shrink-0 lg:border-r", className)}
    >
      <title>{`${t("title")} · NeverMissCall`}</title>
      <header className="flex flex-col gap-2 border-b px-3 pt-2.5 pb-2.5">
        <div className="flex items-center justify-between">
          <h1 className="px-1 text-title font-semibold">{t("title")}</h1>
          <IconButton label={t("newMessage")} onClick={() => openPanel("new-message")}>
            <SquarePen />
          </IconButton>
        </div>
        <SearchField
          label={t("search")}
          placeholder={t("searchHint")}
          value={filter.q}
          onChange={(q) => change({ q })}
        />
        <Choice
          label={t("show")}
          value={filter.view}
          options={conversationViews.map((view) => ({ value: view, label: t(`view_${view}`) }))}
          onChange={(view) => change({ view })}
        />
      </header>
      {list.isPending && <ListSkeleton />}
      {list.isError && <Failure onRetry={() => void list.refetch()}>{failureSentence(list.error)}</Failure>}
      {list.data?.length === 0 && <NobodyHere filter={filter} onShowAll={() => change({ view: "all", q: "" })} />}
      {list.data && list.data.length > 0 && (
        <Rows rows={list.data} hasMore={list.hasNextPage} onMore={() => void list.fetchNextPage()} />
      )}
    </section>
  );
}
