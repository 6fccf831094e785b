import { Inbox, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ConversationView } from "../../../api/conversations.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";

interface NobodyHereProps {
  filter: { view: ConversationView; q: string };
  onShowAll: () => void;
}

/** What an empty list means, and the one thing to do about it. */
export function NobodyHere({ filter, onShowAll }: NobodyHereProps) {
  const { t } = useTranslation("inbox");
  const isSearch = filter.q !== "";
  const isAll = filter.view === "all" && !isSearch;
  return (
    <EmptyState
      icon={isSearch ? SearchX : Inbox}
      title={isSearch ? t("noMatch", { q: filter.q }) : t(`empty_${filter.view}`)}
      action={isAll ? undefined : <Button onClick={onShowAll}>{t("showAll")}</Button>}
    >
      {isSearch ? t("noMatchMeans") : t(`emptyMeans_${filter.view}`)}
    </EmptyState>
  );
}
