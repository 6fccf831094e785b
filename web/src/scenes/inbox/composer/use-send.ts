import { useMutation, useQueryClient } from "@tanstack/react-query";
import { conversationQuery, sendMessage } from "../../../api/conversations.ts";
import type { Conversation, MessageItem } from "../../../api/types.ts";
import { failureSentence } from "../../../shell/query-client.ts";
import { useSession } from "../../../shell/session.ts";
import { useNow } from "../../../ui/clock.tsx";
import { sayFailure } from "../../../ui/toaster.tsx";
import { drafts } from "./drafts.ts";
import { useTimelineCache } from "./use-timeline-cache.ts";

/** Shows the text in the thread at once; when it cannot be sent, takes it out again and keeps the words as a draft. */
export function useSend(conversation: Conversation): (body: string) => void {
  const client = useQueryClient();
  const { user } = useSession();
  const now = useNow();
  const timeline = useTimelineCache(conversation.id);
  const { queryKey } = conversationQuery(conversation.id);

  const { mutate } = useMutation({
    mutationFn: ({ body }: MessageItem) => sendMessage(conversation.id, body),
    meta: { showsFailure: true },
    onMutate: (message) => {
      timeline.add(message);
      const owner = { kind: "person" as const, user_id: user.id, name: `${user.first_name} ${user.last_name}` };
      client.setQueryData(queryKey, (known) => known && { ...known, owner, waiting_since: null });
    },
    onError: (error, message) => {
      timeline.remove(message.id);
      drafts.set(conversation.id, message.body);
      sayFailure(failureSentence(error));
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey });
      await client.invalidateQueries({ queryKey: ["conversations"] });
    },
  });

  return (body) =>
    mutate({
      kind: "message",
      id: crypto.randomUUID(),
      at: new Date(now).toISOString(),
      direction: "outbound",
      sender: "human",
      sender_name: user.first_name,
      body,
      media: [],
      status: "sending",
      error_code: null,
      error_sentence: null,
      ai_generated: false,
      decision_id: null,
    });
}
