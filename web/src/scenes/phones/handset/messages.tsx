import { useTranslation } from "react-i18next";
import type { Handset } from "../../../api/simulator.ts";
import { nationalPhone } from "../../../ui/format/phone.ts";
import { Bubble } from "./bubble.tsx";
import { TextField } from "./text-field.tsx";

interface MessagesProps {
  handset: Handset;
  peer: string | null;
  onPeer: (peer: string) => void;
  nameOf: (number: string) => string | null;
}

/** A thread with one other number; the newest text stays in sight. */
export function Messages({ handset, peer, onPeer, nameOf }: MessagesProps) {
  const { t } = useTranslation("phones");
  const peers = [...new Set([...(peer ? [peer] : []), ...handset.texts.map((text) => text.peer)])];
  const thread = handset.texts.filter((text) => text.peer === peer);
  return (
    <>
      <div className="shrink-0 border-b px-4 pb-2 text-center">
        {peers.length > 1 ? (
          <select
            aria-label={t("thread")}
            value={peer ?? ""}
            onChange={(event) => onPeer(event.target.value)}
            className="max-w-full rounded-md bg-surface text-center text-base font-semibold"
          >
            {peers.map((one) => (
              <option key={one} value={one}>
                {nameOf(one) ?? nationalPhone(one)}
              </option>
            ))}
          </select>
        ) : (
          <p className="text-base font-semibold">{peer ? (nameOf(peer) ?? nationalPhone(peer)) : t("noThread")}</p>
        )}
      </div>
      <div
        role="log"
        aria-label={t("thread")}
        tabIndex={0}
        className="focus-inset flex min-h-0 flex-1 flex-col-reverse overflow-y-auto px-3 py-3"
      >
        {thread.length === 0 ? (
          <p className="m-auto max-w-48 text-center text-base text-ink-faint">{t("noTexts")}</p>
        ) : (
          <ol className="flex flex-col gap-1.5">
            {thread.map((text) => (
              <Bubble key={text.id} number={handset.number} text={text} />
            ))}
          </ol>
        )}
      </div>
      {peer && <TextField key={peer} number={handset.number} peer={peer} />}
    </>
  );
}
