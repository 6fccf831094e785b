import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { webhookQuery } from "../api/webhooks.ts";
import { Failure } from "../ui/failure.tsx";
import { Bone, Skeleton } from "../ui/skeleton.tsx";
import { RawFacts } from "./raw-facts.tsx";

/** A webhook as the carrier posted it, fetched when somebody wants to see it. */
export function WebhookFacts({ id }: { id: string }) {
  const { t } = useTranslation("records");
  const { data, error, refetch } = useQuery(webhookQuery(id));
  if (error) return <Failure onRetry={() => void refetch()}>{t("webhookNotShown")}</Failure>;
  if (!data)
    return (
      <Skeleton>
        <Bone className="mt-1 h-24 w-full rounded-md" />
      </Skeleton>
    );
  return (
    <>
      <RawFacts facts={data.body} />
      <p className="mt-1 text-small text-ink-faint">
        {t(`webhook_${data.status}`, { count: data.attempts })}
        {data.last_error && data.status !== "processed" && ` ${data.last_error}`}
      </p>
    </>
  );
}
