import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { excludeCaller, excludedCallersQuery } from "../../../../api/settings.ts";
import type { ExcludedCaller } from "../../../../api/types.ts";
import { failureSentence } from "../../../../shell/query-client.ts";
import { Button } from "../../../../ui/button.tsx";
import { Failure } from "../../../../ui/failure.tsx";
import { Field } from "../../../../ui/field.tsx";
import { typedPhone } from "../../../../ui/format/phone.ts";
import { Input, Select } from "../../../../ui/input.tsx";

interface Draft {
  phone: string;
  name: string;
  reason: ExcludedCaller["reason"];
}

const reasons = ["family", "crew", "supplier", "other"] as const;

export function AddExcluded() {
  const { t } = useTranslation("settings");
  const client = useQueryClient();
  const { register, handleSubmit, reset, formState } = useForm<Draft>({ defaultValues: { reason: "family" } });
  const add = useMutation({
    mutationFn: ({ phone, name, reason }: Draft) =>
      excludeCaller({ phone: typedPhone(phone) ?? phone, reason, ...(name && { name }) }),
    meta: { showsFailure: true },
    onSuccess: async () => {
      reset();
      await client.invalidateQueries({ queryKey: excludedCallersQuery.queryKey });
    },
  });
  return (
    <form
      className="grid gap-3 sm:grid-cols-[1fr_1fr_120px]"
      onSubmit={(event) => void handleSubmit((draft) => add.mutate(draft))(event)}
    >
      <Field label={t("phone")} error={formState.errors.phone && t("phoneNeeded")}>
        {(control) => (
          <Input {...control} type="tel" {...register("phone", { validate: (typed) => typedPhone(typed) !== null })} />
        )}
      </Field>
      <Field label={t("name")} isOptional>
        {(control) => <Input {...control} {...register("name")} />}
      </Field>
      <Field label={t("who")}>
        {(control) => (
          <Select {...control} {...register("reason")}>
            {reasons.map((reason) => (
              <option key={reason} value={reason}>
                {t(`reason_${reason}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="sm:col-span-3">
        <Button type="submit" disabled={add.isPending}>
          <Plus aria-hidden />
          {t("addToList")}
        </Button>
        {add.isError && <Failure>{failureSentence(add.error)}</Failure>}
      </div>
    </form>
  );
}
