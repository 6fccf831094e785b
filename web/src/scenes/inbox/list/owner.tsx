import { Bot, CircleDashed, User } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ConversationOwner } from "../../../api/types.ts";
import { useSession } from "../../../shell/session.ts";
import { State } from "../../../ui/badge.tsx";

/** Who holds the pen. */
export function Owner({ owner }: { owner: ConversationOwner }) {
  const { t } = useTranslation("inbox");
  const { user } = useSession();
  if (owner.kind === "ai") {
    return (
      <State tone="automated" icon={Bot}>
        {t("ai")}
      </State>
    );
  }
  if (owner.kind === "none") return <State icon={CircleDashed}>{t("nobody")}</State>;
  return (
    <State tone="human" icon={User}>
      {owner.user_id === user.id ? t("you") : owner.name}
    </State>
  );
}
