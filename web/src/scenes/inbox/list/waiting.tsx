import { Clock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { State } from "../../../ui/badge.tsx";
import { useNow, usePlace } from "../../../ui/clock.tsx";
import { roughDuration } from "../../../ui/format/time.ts";

/** How long somebody has been waiting for a person. */
export function Waiting({ since, isUrgent }: { since: string; isUrgent: boolean }) {
  const { t } = useTranslation("inbox");
  const now = useNow();
  const { locale } = usePlace();
  const duration = roughDuration(now - Date.parse(since), locale);
  return (
    <State tone={isUrgent ? "missed" : "human"} icon={Clock}>
      {t(isUrgent ? "waitsUrgent" : "waits", { duration })}
    </State>
  );
}
