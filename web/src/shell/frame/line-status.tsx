import { useQuery } from "@tanstack/react-query";
import { PhoneCall, PhoneOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { lineQuery } from "../../api/session.ts";
import type { LineState } from "../../api/types.ts";
import { useNow, usePlace } from "../../ui/clock.tsx";
import { relativeTime } from "../../ui/format/time.ts";
import { Tooltip } from "../../ui/tooltip.tsx";

const looks = {
  up: { Icon: PhoneCall, tone: "text-talking" },
  down: { Icon: PhoneOff, tone: "text-missed" },
  unknown: { Icon: PhoneOff, tone: "text-ink-faint" },
} as const;

/** "Line is up, last call 4 min ago", or what is wrong. */
export function LineStatus() {
  const { data: line } = useQuery(lineQuery);
  const sentence = useLineSentence(line);
  if (!line) return <p className="h-4 xl:min-h-8" />;
  const { Icon, tone } = looks[line.status];
  return (
    <Tooltip says={sentence} side="right">
      <p className={`flex gap-1.5 text-small xl:min-h-8 max-xl:justify-center max-xl:py-2 ${tone}`}>
        <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0 max-xl:size-5" />
        <span className="text-ink-soft max-xl:sr-only">{sentence}</span>
      </p>
    </Tooltip>
  );
}

/** The state of the line in one sentence. */
export function useLineSentence(line: LineState | undefined): string {
  const { t } = useTranslation("frame");
  const { locale } = usePlace();
  const now = useNow();
  if (line?.status !== "up") return line?.sentence ?? "";
  return line.last_call_at === null
    ? t("lineUp")
    : t("lineUpLastCall", { ago: relativeTime(line.last_call_at, now, locale) });
}
