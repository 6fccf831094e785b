import { useTranslation } from "react-i18next";

/** Raw data as it is kept; a long one scrolls, by the keys too. */
export function RawFacts({ facts }: { facts: Record<string, unknown> }) {
  const { t } = useTranslation("records");
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={t("facts")}
      className="mt-1 max-h-64 overflow-auto rounded-md bg-canvas p-2 font-mono text-small break-words whitespace-pre-wrap text-ink-soft"
    >
      {JSON.stringify(facts, null, 2)}
    </pre>
  );
}
