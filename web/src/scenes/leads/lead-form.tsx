import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { changeLead, leadStatuses } from "../../api/leads.ts";
import type { Lead, LeadChange } from "../../api/types.ts";
import { failureSentence } from "../../shell/query-client.ts";
import { useMay } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { Failure } from "../../ui/failure.tsx";
import { Field } from "../../ui/field.tsx";
import { Input, Select, TextArea } from "../../ui/input.tsx";
import { say } from "../../ui/toaster.tsx";

interface Draft {
  status: Lead["status"];
  estimated_value: string;
  status_notes: string;
  lost_reason: string;
}

/** How far it has come, what it may be worth, why it was lost. */
export function LeadForm({ lead }: { lead: Lead }) {
  const { t } = useTranslation(["leads", "records"]);
  const mayChange = useMay("leads.manage");
  const client = useQueryClient();
  const { register, handleSubmit, watch, formState } = useForm<Draft>({ defaultValues: draftOf(lead) });
  const save = useMutation({
    mutationFn: (draft: Draft) => changeLead(lead.id, changeOf(draft)),
    meta: { showsFailure: true },
    onSuccess: async () => {
      say(t("saved"));
      await client.invalidateQueries({ queryKey: ["leads"] });
    },
  });
  return (
    <form onSubmit={(event) => void handleSubmit((draft) => save.mutate(draft))(event)}>
      <fieldset disabled={!mayChange} className="flex flex-col gap-3 border-t pt-4">
        <legend className="sr-only">{t("progress")}</legend>
        {save.isError && <Failure>{failureSentence(save.error)}</Failure>}
        <div className="grid grid-cols-2 gap-3">
          <Field label={t("status")}>
            {(control) => (
              <Select {...control} {...register("status")}>
                {leadStatuses.map((status) => (
                  <option key={status} value={status}>
                    {t(`records:lead_${status}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t("worth", { currency: lead.currency })} error={formState.errors.estimated_value?.message}>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                className="tabular text-right"
                {...register("estimated_value", {
                  pattern: { value: /^\d+(\.\d{1,2})?$/, message: t("amountNeeded") },
                })}
              />
            )}
          </Field>
        </div>
        {watch("status") === "lost" && (
          <Field label={t("lostReason")} error={formState.errors.lost_reason?.message}>
            {(control) => <Input {...control} {...register("lost_reason", { required: t("lostReasonNeeded") })} />}
          </Field>
        )}
        <Field label={t("notes")}>
          {(control) => <TextArea {...control} rows={3} {...register("status_notes")} />}
        </Field>
        {mayChange && (
          <Button type="submit" look="primary" className="self-end" disabled={!formState.isDirty || save.isPending}>
            {t("save")}
          </Button>
        )}
      </fieldset>
    </form>
  );
}

const draftOf = ({ status, estimated_value, status_notes, lost_reason }: Lead): Draft => ({
  status,
  estimated_value: estimated_value ?? "",
  status_notes: status_notes ?? "",
  lost_reason: lost_reason ?? "",
});

const changeOf = ({ status, estimated_value, status_notes, lost_reason }: Draft): LeadChange => ({
  status,
  estimated_value: estimated_value || null,
  status_notes: status_notes || null,
  lost_reason: lost_reason || null,
});
