import { useInfiniteQuery } from "@tanstack/react-query";
import { conversationsQuery } from "../../api/conversations.ts";

/** How many customers wait for a person, as the first page of the inbox knows it: "50+" when there are more. */
export function useWaitingCount(): string | null {
  const { data, hasNextPage } = useInfiniteQuery(conversationsQuery({ view: "waiting", q: "" }));
  if (!data || data.length === 0) return null;
  return hasNextPage ? `${data.length}+` : String(data.length);
}
