import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { bookAppointment } from "../../../api/appointments.ts";
import { settingsQuery } from "../../../api/settings.ts";
import { failureSentence } from "../../../shell/query-client.ts";
import { Button } from "../../../ui/button.tsx";
import { usePlace } from "../../../ui/clock.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Failure } from "../../../ui/failure.tsx";
import { Field } from "../../../ui/field.tsx";
import { Input, Select, TextArea } from "../../../ui/input.tsx";
import { say } from "../../../ui/toaster.tsx";
import { dayIn } from "../days.ts";
import { useShownDays } from "../use-shown-days.ts";
import { ContactPicker } from "./contact-picker.tsx";
import { type Chosen, SlotPicker } from "./slot-picker.tsx";

interface Draft {
  service_type: string;
  problem_description: string;
  address: string;
  duration_minutes: string;
}

const durations = [60, 90, 120, 180, 240];

/** Books a visit: for whom, what, how long, when. */
export function BookDialog({ contactId, onClose }: { contactId: string | null; onClose: () => void }) {
  const { t } = useTranslation("calendar");
  const { zone } = usePlace();
  const { day } = useShownDays();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: settings } = useQuery(settingsQuery);
  const usual = String(settings?.job_duration_minutes ?? 120);
  const [contact, setContact] = useState(contactId);
  const [slot, setSlot] = useState<Chosen | null>(null);
  const { register, handleSubmit, watch, formState } = useForm<Draft>();
  const minutes = Number(watch("duration_minutes", usual) || usual);
  const book = useMutation({
    mutationFn: (draft: Draft) => {
      if (contact === null || slot === null) throw new Error(t("choosePersonAndTime"));
      return bookAppointment({
        contact_id: contact,
        ...slot,
        duration_minutes: minutes,
        service_type: draft.service_type,
        ...(draft.problem_description && { problem_description: draft.problem_description }),
        ...(draft.address && { address: draft.address }),
      });
    },
    meta: { showsFailure: true },
    onSuccess: async ({ id, scheduled_start }) => {
      say(t("booked"));
      await client.invalidateQueries({ queryKey: ["appointments"] });
      await navigate({ to: "/calendar", search: { date: dayIn(scheduled_start, zone), appointment: id } });
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("book")}
      actions={
        <>
          <Button onClick={onClose}>{t("dismiss")}</Button>
          <Button type="submit" form="book-visit" look="primary" disabled={!contact || !slot || book.isPending}>
            {t("book")}
          </Button>
        </>
      }
    >
      <form
        id="book-visit"
        className="flex flex-col gap-3"
        onSubmit={(event) => void handleSubmit((draft) => book.mutate(draft))(event)}
      >
        {book.isError && <Failure>{failureSentence(book.error)}</Failure>}
        <ContactPicker contactId={contact} onChoose={setContact} />
        <Field label={t("service")} error={formState.errors.service_type?.message}>
          {(control) => (
            <Input
              {...control}
              placeholder={t("serviceHint")}
              {...register("service_type", { required: t("serviceNeeded") })}
            />
          )}
        </Field>
        <Field label={t("problem")} isOptional>
          {(control) => <TextArea {...control} rows={2} {...register("problem_description")} />}
        </Field>
        <Field label={t("address")} isOptional hint={t("addressHint")}>
          {(control) => <Input {...control} {...register("address")} />}
        </Field>
        <Field label={t("duration")}>
          {(control) => (
            <Select key={usual} {...control} defaultValue={usual} {...register("duration_minutes")}>
              {[...new Set([...durations, Number(usual)])]
                .toSorted((one, other) => one - other)
                .map((length) => (
                  <option key={length} value={length}>
                    {t("minutes", { count: length })}
                  </option>
                ))}
            </Select>
          )}
        </Field>
        <SlotPicker firstDay={day} durationMinutes={minutes} chosen={slot} onChoose={setSlot} />
      </form>
    </Dialog>
  );
}
