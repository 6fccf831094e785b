import { useQuery } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { whyQuery } from "../../../api/conversations.ts";
import type { Explanation } from "../../../api/types.ts";
import { failureSentence } from "../../../shell/query-client.ts";
import { usePlace } from "../../../ui/clock.tsx";
import { Failure } from "../../../ui/failure.tsx";
import { fullTime } from "../../../ui/format/time.ts";
import { Bone, Skeleton } from "../../../ui/skeleton.tsx";

/** Why a text was or was not sent: every rule it had to pass, in plain words, with where the rule comes from. */
export function Why({ messageId }: { messageId: string }) {
  const why = useQuery(whyQuery(messageId));
  if (why.isError) return <Failure onRetry={() => void why.refetch()}>{failureSentence(why.error)}</Failure>;
  return (
    <div className="mt-1 w-full max-w-120 min-w-72 animate-appear self-stretch rounded-lg border bg-surface p-3 text-left">
      {why.data ? <Reasons explanation={why.data} /> : <ReasonsSkeleton />}
    </div>
  );
}

function Reasons({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation("inbox");
  const place = usePlace();
  return (
    <>
      <p className="text-base font-medium">{t(`verdict_${explanation.verdict}`)}</p>
      <p className="mb-2 text-small text-ink-faint">
        {t("decidedAt", { at: fullTime(explanation.decided_at, place) })}
      </p>
      <ul className="flex flex-col gap-1.5">
        {explanation.rules.map((rule) => (
          <li key={rule.id} className="flex gap-2 text-base">
            {rule.passed ? (
              <Check aria-label={t("passed")} className="mt-0.5 size-4 shrink-0 text-talking" />
            ) : (
              <X aria-label={t("notPassed")} className="mt-0.5 size-4 shrink-0 text-missed" />
            )}
            <span>
              {rule.sentence}
              {rule.citation && <cite className="ml-1 text-small text-ink-faint not-italic">{rule.citation}</cite>}
            </span>
          </li>
        ))}
      </ul>
      <details className="mt-2">
        <summary className="inline-block text-small text-ink-faint hover:text-ink">{t("factsUsed")}</summary>
        <pre className="mt-1 max-h-64 overflow-auto rounded-md bg-canvas p-2 font-mono text-small whitespace-pre-wrap break-words text-ink-soft">
          {JSON.stringify(explanation.inputs, null, 2)}
        </pre>
      </details>
    </>
  );
}

const ReasonsSkeleton = () => (
  <Skeleton className="flex flex-col gap-2">
    <Bone className="h-3 w-40" />
    <Bone className="h-3 w-72" />
    <Bone className="h-3 w-64" />
    <Bone className="h-3 w-56" />
  </Skeleton>
);
