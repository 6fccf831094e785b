import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../../../api/types.ts";
import { useMay } from "../../../shell/session.ts";
import { TabPanel, Tabs } from "../../../ui/tabs.tsx";
import { NoteWriter } from "./note-writer.tsx";
import { OptedOut } from "./opted-out.tsx";
import { Pen } from "./pen.tsx";
import { TextWriter } from "./text-writer.tsx";

type Mode = "text" | "note";

/** Where one writes: to the customer, or a note for the staff. Above it stands who holds the pen. */
export function Composer({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("inbox");
  const mayWrite = useMay("conversations.write");
  const [mode, setMode] = useState<Mode>("text");
  if (!mayWrite) return <p className="border-t px-4 py-3 text-center text-base text-ink-soft">{t("readOnly")}</p>;
  return (
    <div className="shrink-0 border-t pb-[env(safe-area-inset-bottom)]">
      <Tabs
        label={t("write")}
        value={mode}
        onChange={setMode}
        tabs={[
          { value: "text", label: t("text") },
          { value: "note", label: t("note") },
        ]}
      >
        <TabPanel value="text" className="outline-none">
          {conversation.opted_out ? (
            <OptedOut />
          ) : (
            <>
              <Pen conversation={conversation} />
              <TextWriter conversation={conversation} />
            </>
          )}
        </TabPanel>
        <TabPanel value="note" className="bg-note-soft outline-none">
          <NoteWriter conversationId={conversation.id} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
