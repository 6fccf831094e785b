import { useTranslation } from "react-i18next";

const steps = ["first", "second", "third"] as const;

/** What to do on this page, before there is a story. */
export function FirstSteps() {
  const { t } = useTranslation("phones");
  return (
    <div className="m-auto max-w-90 py-6">
      <p className="mb-4 text-title font-semibold">{t("howTo")}</p>
      <ol className="flex flex-col gap-4">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span
              aria-hidden
              className="tabular grid size-6 shrink-0 place-items-center rounded-full bg-surface-selected text-small font-semibold"
            >
              {index + 1}
            </span>
            <p className="text-reading">{t(`step_${step}`)}</p>
          </li>
        ))}
      </ol>
      <p className="mt-5 text-base text-ink-soft">{t("storyMeans")}</p>
    </div>
  );
}
