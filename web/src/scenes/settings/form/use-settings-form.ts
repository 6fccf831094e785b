import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { type DefaultValues, type FieldValues, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { say } from "../../../ui/toaster.tsx";

interface Options<Draft> {
  values: Draft;
  save: (draft: Draft) => Promise<unknown>;
  /** What becomes stale when it is saved. */
  stale: QueryKey;
}

/** A form over settings that exist: what was changed is saved at once, or thrown away. */
export function useSettingsForm<Draft extends FieldValues>({ values, save, stale }: Options<Draft>) {
  const { t } = useTranslation("settings");
  const client = useQueryClient();
  const form = useForm<Draft>({ defaultValues: values as DefaultValues<Draft> });
  const saving = useMutation({
    mutationFn: save,
    meta: { showsFailure: true },
    onSuccess: async (_answer, draft) => {
      form.reset(draft);
      say(t("saved"));
      await client.invalidateQueries({ queryKey: stale });
    },
  });
  return {
    ...form,
    saving,
    isDirty: form.formState.isDirty,
    submit: form.handleSubmit((draft) => saving.mutate(draft)),
    discard: () => {
      form.reset();
      saving.reset();
    },
  };
}
