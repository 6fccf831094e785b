import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useTranslation } from "react-i18next";
import { changeConversation } from "../../../api/conversations.ts";
import { staffQuery } from "../../../api/session.ts";
import type { Conversation, ConversationChange } from "../../../api/types.ts";
import { useSession } from "../../../shell/session.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Menu, MenuChoice, MenuHeading, MenuLine } from "../../../ui/menu.tsx";

const priorities = ["low", "normal", "high", "urgent"] as const;

/** Priority, and whose it is. */
export function ThreadMenu({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("inbox");
  const { user } = useSession();
  const { data: staff } = useQuery(staffQuery);
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (change: ConversationChange) => changeConversation(conversation.id, change),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["conversation", conversation.id] });
      await client.invalidateQueries({ queryKey: ["conversations"] });
    },
  });
  const people = (staff?.data ?? []).map(({ user_id, name }) => ({
    value: user_id,
    label: user_id === user.id ? t("you") : name,
  }));
  return (
    <Menu
      trigger={
        <IconButton label={t("more")}>
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuHeading>{t("priority")}</MenuHeading>
      <MenuChoice
        value={conversation.priority}
        options={priorities.map((priority) => ({ value: priority, label: t(`priority_${priority}`) }))}
        onChange={(priority) => mutate({ priority })}
      />
      <MenuLine />
      <MenuHeading>{t("assignTo")}</MenuHeading>
      <MenuChoice
        value={conversation.assigned_to ?? ""}
        options={people}
        onChange={(assigned_to) => mutate({ assigned_to })}
      />
    </Menu>
  );
}
