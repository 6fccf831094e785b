import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, RotateCw, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { deadLettersQuery, receiveAgain, receiveAllAgain } from "../../api/webhooks.ts";
import { PageHeader } from "../../shell/frame/page-header.tsx";
import { failureSentence } from "../../shell/query-client.ts";
import { useMay } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Failure } from "../../ui/failure.tsx";
import { say } from "../../ui/toaster.tsx";
import { DeadLetterRow } from "./dead-letter-row.tsx";
import { DeadLettersSkeleton } from "./dead-letters-skeleton.tsx";

/** What the carrier reported and nobody could take in; received again when the cause is mended. */
export function WebhooksPage() {
  const { t } = useTranslation("webhooks");
  const mayManage = useMay("webhooks.manage");
  const letters = useInfiniteQuery(deadLettersQuery);
  const rows = letters.data ?? [];
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ["webhooks"] });
  const again = useMutation({ mutationFn: receiveAgain, onSuccess: () => say(t("isReceivedAgain")), onSettled });
  const allAgain = useMutation({
    mutationFn: receiveAllAgain,
    onSuccess: ({ revived }) => say(t("areReceivedAgain", { count: revived })),
    onSettled,
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <Button asChild look="quiet">
              <Link to="/calls">
                <ArrowLeft aria-hidden />
                {t("toCalls")}
              </Link>
            </Button>
            {mayManage && rows.length > 1 && (
              <Button look="primary" disabled={allAgain.isPending} onClick={() => allAgain.mutate()}>
                <RotateCw aria-hidden />
                {t("receiveAll")}
              </Button>
            )}
          </>
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto" tabIndex={0} role="region" aria-label={t("title")}>
        {rows.length > 0 && <p className="max-w-[75ch] px-4 py-3 text-base text-ink-soft md:px-5">{t("means")}</p>}
        {letters.isPending && <DeadLettersSkeleton />}
        {letters.isError && <Failure onRetry={() => void letters.refetch()}>{failureSentence(letters.error)}</Failure>}
        {letters.data?.length === 0 && (
          <EmptyState icon={ShieldCheck} title={t("none")}>
            {t("noneMeans")}
          </EmptyState>
        )}
        <ul className="border-t empty:hidden">
          {rows.map((letter) => (
            <DeadLetterRow
              key={letter.id}
              letter={letter}
              onAgain={mayManage ? () => again.mutate(letter.id) : undefined}
              isBusy={again.isPending && again.variables === letter.id}
            />
          ))}
        </ul>
        {letters.hasNextPage && (
          <div className="flex justify-center py-4">
            <Button onClick={() => void letters.fetchNextPage()}>{t("more")}</Button>
          </div>
        )}
      </div>
    </>
  );
}
