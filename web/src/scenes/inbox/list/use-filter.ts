import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ConversationView } from "../../../api/conversations.ts";

/** What the list is filtered by; it lives in the address, so that it can be shared and gone back to. */
export function useFilter() {
  const search = useSearch({ from: "/inside/inbox" });
  const navigate = useNavigate();
  const filter = { view: search.view ?? "all", q: search.q ?? "" };
  const change = (next: { view?: ConversationView; q?: string }) => {
    const { view, q } = { ...filter, ...next };
    void navigate({
      to: ".",
      search: { view: view === "all" ? undefined : view, q: q === "" ? undefined : q },
      replace: true,
    });
  };
  return { filter, change };
}
