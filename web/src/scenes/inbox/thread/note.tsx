import { StickyNote } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { TimelineItem } from "../../../api/types.ts";
import { Time } from "../../../ui/time.tsx";

/** What the staff wrote for itself; the customer never sees it. */
export function Note({ note }: { note: Extract<TimelineItem, { kind: "note" }> }) {
  const { t } = useTranslation("inbox");
  return (
    <article className="mt-3 max-w-[85%] self-end rounded-lg border border-note-edge bg-note-soft px-3.5 py-2">
      <p className="flex items-center gap-1.5 text-small text-ink-soft">
        <StickyNote aria-hidden className="size-3.5" />
        {t("noteOf", { name: note.author_name })}
        <Time at={note.at} />
      </p>
      <p className="mt-0.5 text-reading break-words whitespace-pre-wrap">{note.body}</p>
    </article>
  );
}
