import { useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Failure } from "../../ui/failure.tsx";
import { failureSentence } from "../query-client.ts";

/** What stands where a page could not be shown. */
export function BrokenPage({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation("frame");
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Failure onRetry={retry}>
      {t("pageBroke")} {failureSentence(error)}
    </Failure>
  );
}
