import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Bot, CircleDashed, User } from "lucide-react";
import { useTranslation } from "react-i18next";
import { conversationQuery, handBack } from "../../../api/conversations.ts";
import type { Conversation } from "../../../api/types.ts";
import { useSession } from "../../../shell/session.ts";
import { State } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";

/** Who holds the pen, and how it changes hands. Taking over is typing. */
export function Pen({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("inbox");
  const { user } = useSession();
  const { kind, user_id, name } = conversation.owner;
  const isMine = kind === "person" && user_id === user.id;
  return (
    <div className="flex min-h-8 items-center justify-between gap-2 px-3 pt-1.5">
      {kind === "ai" && (
        <State tone="automated" icon={Bot}>
          {t("penAi")}
        </State>
      )}
      {kind === "person" && (
        <State tone="human" icon={User}>
          {isMine ? t("penYou") : t("penPerson", { name })}
        </State>
      )}
      {kind === "none" && <State icon={CircleDashed}>{t("penNone")}</State>}
      {kind !== "ai" && <HandBack conversationId={conversation.id} />}
    </div>
  );
}

function HandBack({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation("inbox");
  const client = useQueryClient();
  const { queryKey } = conversationQuery(conversationId);
  const { mutate, isPending } = useMutation({
    mutationFn: () => handBack(conversationId),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
  return (
    <Button look="quiet" size="small" disabled={isPending} onClick={() => mutate()}>
      <Bot aria-hidden />
      {t("handBack")}
    </Button>
  );
}
