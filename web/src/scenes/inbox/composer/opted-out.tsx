import { Ban } from "lucide-react";
import { useTranslation } from "react-i18next";

export function OptedOut() {
  const { t } = useTranslation("inbox");
  return (
    <p className="flex items-start gap-2 px-4 py-4 text-base text-ink-soft">
      <Ban aria-hidden className="mt-0.5 size-4 shrink-0 text-missed" />
      {t("optedOut")}
    </p>
  );
}
