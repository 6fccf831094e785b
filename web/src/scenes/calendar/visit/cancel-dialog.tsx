import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { cancelAppointment } from "../../../api/appointments.ts";
import type { Appointment } from "../../../api/types.ts";
import { failureSentence } from "../../../shell/query-client.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Failure } from "../../../ui/failure.tsx";
import { Field } from "../../../ui/field.tsx";
import { Input } from "../../../ui/input.tsx";
import { say } from "../../../ui/toaster.tsx";
import { Told } from "./told.tsx";

/** Cancels a visit, with the reason. */
export function CancelDialog({ visit, onClose }: { visit: Appointment; onClose: () => void }) {
  const { t } = useTranslation("calendar");
  const client = useQueryClient();
  const { register, handleSubmit, formState } = useForm<{ reason: string }>();
  const cancel = useMutation({
    mutationFn: ({ reason }: { reason: string }) => cancelAppointment(visit.id, reason),
    meta: { showsFailure: true },
    onSuccess: async () => {
      say(t("cancelled"));
      onClose();
      await client.invalidateQueries({ queryKey: ["appointments"] });
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("cancelVisit")}
      description={<Told visit={visit} />}
      actions={
        <>
          <Button onClick={onClose}>{t("keep")}</Button>
          <Button look="danger" type="submit" form="cancel-visit" disabled={cancel.isPending}>
            {t("cancelVisit")}
          </Button>
        </>
      }
    >
      <form id="cancel-visit" onSubmit={(event) => void handleSubmit((draft) => cancel.mutate(draft))(event)}>
        {cancel.isError && <Failure>{failureSentence(cancel.error)}</Failure>}
        <Field label={t("reason")} error={formState.errors.reason?.message}>
          {(control) => (
            <Input
              {...control}
              placeholder={t("reasonHint")}
              {...register("reason", { required: t("reasonNeeded") })}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
