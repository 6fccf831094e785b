import { useNavigate } from "@tanstack/react-router";
import type { SearchHit } from "../../api/types.ts";

/** Goes to what a search found. */
export function useOpenHit(): (hit: SearchHit) => void {
  const navigate = useNavigate();
  return (hit) => {
    if (hit.conversation_id !== null) {
      void navigate({ to: "/inbox/$conversationId", params: { conversationId: hit.conversation_id } });
    } else if (hit.kind === "appointment") {
      void navigate({ to: "/calendar", search: { appointment: hit.id, date: hit.at.slice(0, 10) } });
    } else if (hit.kind === "lead") {
      void navigate({ to: "/leads", search: { lead: hit.id } });
    } else {
      void navigate({ to: "/inbox", search: { view: "all", q: hit.title } });
    }
  };
}
