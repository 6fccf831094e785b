import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { failureSentence } from "../../../shell/query-client.ts";
import { useMay } from "../../../shell/session.ts";
import { Button } from "../../../ui/button.tsx";
import { Failure } from "../../../ui/failure.tsx";
import { UnsavedGuard } from "./unsaved-guard.tsx";

interface SettingsFormProps {
  form: {
    isDirty: boolean;
    submit: () => Promise<void>;
    discard: () => void;
    saving: { isPending: boolean; error: Error | null };
  };
  /** What it takes to change these. */
  permission: string;
  children: ReactNode;
}

/** The form around settings; what is not saved yet says so below and is not lost by leaving. */
export function SettingsForm({ form, permission, children }: SettingsFormProps) {
  const { t } = useTranslation("settings");
  const mayChange = useMay(permission);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      {!mayChange && (
        <p className="mb-4 rounded-md bg-surface-selected px-3 py-2 text-base text-ink-soft">{t("readOnly")}</p>
      )}
      <fieldset disabled={!mayChange}>{children}</fieldset>
      {form.isDirty && (
        <div className="sticky bottom-0 z-10 -mx-4 flex animate-rise flex-wrap items-center gap-2 border-t bg-surface px-4 py-3 md:bottom-3 md:mx-0 md:rounded-lg md:border-0 md:shadow-float">
          <p role="status" className="mr-auto text-base text-ink-soft">
            {t("unsaved")}
          </p>
          <Button onClick={form.discard}>{t("discard")}</Button>
          <Button type="submit" look="primary" disabled={form.saving.isPending}>
            {t("save")}
          </Button>
          {form.saving.error && (
            <div className="-mx-4 w-full">
              <Failure>{failureSentence(form.saving.error)}</Failure>
            </div>
          )}
        </div>
      )}
      <UnsavedGuard isDirty={form.isDirty} />
    </form>
  );
}
