import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { changeConversation, conversationQuery } from "../../../api/conversations.ts";
import type { Conversation } from "../../../api/types.ts";
import { failureSentence } from "../../../shell/query-client.ts";
import { sayFailure, sayWithUndo } from "../../../ui/toaster.tsx";

type Wanted = "active" | "resolved";

/** Resolves or reopens at once, and offers to undo it. */
export function useResolve({ id, status }: Conversation): (wanted: Wanted) => void {
  const { t } = useTranslation("inbox");
  const client = useQueryClient();
  const { queryKey } = conversationQuery(id);
  const show = (shown: Conversation["status"]) =>
    client.setQueryData(queryKey, (known) => known && { ...known, status: shown });
  const { mutate } = useMutation({
    mutationFn: (wanted: Wanted) => changeConversation(id, { status: wanted }),
    meta: { showsFailure: true },
    onMutate: (wanted) => show(wanted),
    onError: (error) => {
      show(status);
      sayFailure(failureSentence(error));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["conversations"] }),
  });
  return (wanted) => {
    mutate(wanted);
    if (wanted === "resolved") sayWithUndo(t("resolved"), t("undo"), () => mutate("active"));
  };
}
