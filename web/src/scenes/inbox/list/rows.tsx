import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ConversationRow } from "../../../api/types.ts";
import { useMoving } from "../../../shell/shortcuts/use-moving.ts";
import { VirtualList } from "../../../ui/virtual-list.tsx";
import { ListRow } from "./list-row.tsx";

const ROW_PX = 84;

interface RowsProps {
  rows: readonly ConversationRow[];
  hasMore: boolean;
  onMore: () => void;
}

export function Rows({ rows, hasMore, onMore }: RowsProps) {
  const { t } = useTranslation("inbox");
  const navigate = useNavigate();
  const { conversationId } = useParams({ strict: false });
  useMoving(rows, conversationId, (id) => {
    void navigate({ to: "/inbox/$conversationId", params: { conversationId: id }, search: true });
  });
  return (
    <VirtualList
      label={t("conversations")}
      rows={rows}
      rowPx={ROW_PX}
      keyOf={(row) => row.id}
      shownKey={conversationId}
      hasMore={hasMore}
      onMore={onMore}
    >
      {(row) => <ListRow row={row} isOpen={row.id === conversationId} />}
    </VirtualList>
  );
}
