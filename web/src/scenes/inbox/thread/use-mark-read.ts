import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { markRead } from "../../../api/conversations.ts";
import type { Conversation } from "../../../api/types.ts";

/** What is open has been read. */
export function useMarkRead(conversation: Conversation | undefined): void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: markRead,
    meta: { showsFailure: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ["conversations"] }),
  });
  const id = conversation?.id;
  const isUnread = (conversation?.unread_count ?? 0) > 0;
  useEffect(() => {
    if (id !== undefined && isUnread) mutate(id);
  }, [id, isUnread, mutate]);
}
