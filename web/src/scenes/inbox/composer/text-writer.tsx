import { Send } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../../../api/types.ts";
import { useShortcut } from "../../../shell/shortcuts/shortcuts.ts";
import { Button } from "../../../ui/button.tsx";
import { drafts } from "./drafts.ts";
import { SegmentCounter } from "./segment-counter.tsx";
import { useSend } from "./use-send.ts";
import { WritingArea } from "./writing-area.tsx";

/** Writes to the customer. What is not sent yet is still there when one comes back. */
export function TextWriter({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("inbox");
  const area = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState(() => drafts.get(conversation.id) ?? "");
  const send = useSend(conversation);
  useShortcut("r", t("reply"), () => area.current?.focus());

  const write = (words: string) => {
    setBody(words);
    drafts.set(conversation.id, words);
  };
  const submit = () => {
    if (body.trim() === "") return;
    send(body.trim());
    write("");
  };
  return (
    <form
      className="px-3 pt-1 pb-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="flex items-end gap-2">
        <WritingArea
          ref={area}
          label={t("text")}
          placeholder={conversation.owner.kind === "ai" ? t("typeToTakeOver") : t("writeText")}
          value={body}
          onChange={write}
          onSubmit={submit}
        />
        <Button type="submit" look="primary" size="tall" disabled={body.trim() === ""} aria-label={t("send")}>
          <Send aria-hidden />
          <span className="max-sm:hidden">{t("send")}</span>
        </Button>
      </div>
      <SegmentCounter body={body} />
    </form>
  );
}
