import { useMutation, useQueryClient } from "@tanstack/react-query";
import { StickyNote } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addNote } from "../../../api/conversations.ts";
import { Button } from "../../../ui/button.tsx";
import { WritingArea } from "./writing-area.tsx";

/** Writes a note that only the staff sees. */
export function NoteWriter({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation("inbox");
  const [body, setBody] = useState("");
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (words: string) => addNote(conversationId, words),
    onSuccess: async () => {
      setBody("");
      await client.invalidateQueries({ queryKey: ["conversation", conversationId] });
    },
  });
  const submit = () => {
    if (body.trim() !== "") add.mutate(body.trim());
  };
  return (
    <form
      className="flex flex-col px-3 pt-3 pb-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="flex items-end gap-2">
        <WritingArea label={t("note")} placeholder={t("writeNote")} value={body} onChange={setBody} onSubmit={submit} />
        <Button type="submit" size="tall" disabled={body.trim() === "" || add.isPending}>
          <StickyNote aria-hidden />
          {t("addNote")}
        </Button>
      </div>
      <p className="h-4 pt-1 text-small text-ink-soft">{t("noteMeans")}</p>
    </form>
  );
}
