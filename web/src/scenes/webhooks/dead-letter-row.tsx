import { RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DeadLetter } from "../../api/types.ts";
import { Button } from "../../ui/button.tsx";
import { Time } from "../../ui/time.tsx";

interface DeadLetterRowProps {
  letter: DeadLetter;
  /** Undefined for who may only look. */
  onAgain: (() => void) | undefined;
  isBusy: boolean;
}

/** One report: what it is about, why it could not be taken in, when, how often it was tried. */
export function DeadLetterRow({ letter, onAgain, isBusy }: DeadLetterRowProps) {
  const { t } = useTranslation("webhooks");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-3 md:px-5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-base font-medium">{t(`topic_${letter.topic}`, letter.topic)}</span>
          <Time at={letter.received_at} shown="log" className="text-small text-ink-faint" />
        </p>
        <p className="max-w-[75ch] text-base break-words text-ink-soft">{letter.last_error ?? t("noReason")}</p>
        <p className="flex flex-wrap gap-x-2 text-small text-ink-faint">
          <span className="font-mono break-all">{letter.subject}</span>
          <span className="whitespace-nowrap">{t("tried", { count: letter.attempts })}</span>
        </p>
      </div>
      {onAgain && (
        <Button disabled={isBusy} onClick={onAgain}>
          <RotateCw aria-hidden />
          {t("receive")}
        </Button>
      )}
    </li>
  );
}
