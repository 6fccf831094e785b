import { Volume2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { HandsetLine } from "../../../api/simulator.ts";

const LATEST = 4;

/** What came out of the phone lately; sounds stand in brackets. */
export function Heard({ heard }: { heard: HandsetLine["heard"] }) {
  const { t } = useTranslation("phones");
  return (
    <ul
      aria-label={t("heard")}
      aria-live="polite"
      className="flex w-full flex-1 flex-col justify-end gap-1.5 overflow-hidden py-2"
    >
      {heard.slice(-LATEST).map(({ at, text }) => (
        <li key={`${at} ${text}`} className="flex animate-rise items-start gap-2 text-base text-ink-soft">
          <Volume2 aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
          {text}
        </li>
      ))}
    </ul>
  );
}
