import { MessageSquareCheck, MessageSquareOff, NotebookPen } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Call } from "../../api/types.ts";
import { State } from "../../ui/badge.tsx";
import { usePlace } from "../../ui/clock.tsx";

/** What came of a missed call: texted how fast, or why not. */
export function TextBackLine({ textBack }: { textBack: NonNullable<Call["text_back"]> }) {
  const { t } = useTranslation("calls");
  const { locale } = usePlace();
  if (textBack.outcome === "texted") {
    const { seconds_to_text: seconds } = textBack;
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    return (
      <State tone="automated" icon={MessageSquareCheck}>
        {seconds === null && t("texted")}
        {seconds !== null && (seconds < 1 ? t("textedAtOnce") : t("textedIn", { seconds: format.format(seconds) }))}
      </State>
    );
  }
  return (
    <State icon={textBack.outcome === "task_created" ? NotebookPen : MessageSquareOff}>
      {textBack.reason_sentence}
    </State>
  );
}
