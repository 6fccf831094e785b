import { useBlocker } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";

/** Asks before what was typed is lost. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const { t } = useTranslation("settings");
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  return (
    <Dialog
      isOpen={status === "blocked"}
      onClose={() => reset?.()}
      title={t("leaveUnsaved")}
      actions={
        <>
          <Button look="danger" onClick={proceed}>
            {t("leave")}
          </Button>
          <Button look="primary" onClick={reset}>
            {t("stay")}
          </Button>
        </>
      }
    >
      <p className="text-base text-ink-soft">{t("leaveUnsavedMeans")}</p>
    </Dialog>
  );
}
