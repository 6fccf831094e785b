import { useQueryClient } from "@tanstack/react-query";
import { timelineQuery } from "../../../api/conversations.ts";
import type { TimelineItem } from "../../../api/types.ts";

/** Puts an item into the thread before the server knows it, and takes it out again. */
export function useTimelineCache(conversationId: string) {
  const client = useQueryClient();
  const { queryKey } = timelineQuery(conversationId);
  const change = (newest: (items: TimelineItem[]) => TimelineItem[]) =>
    client.setQueryData(queryKey, (known) => {
      const [first, ...older] = known?.pages ?? [];
      return known && first && { ...known, pages: [{ ...first, data: newest(first.data) }, ...older] };
    });
  return {
    add: (item: TimelineItem) => change((items) => [item, ...items]),
    remove: (id: string) => change((items) => items.filter((item) => item.id !== id)),
  };
}
