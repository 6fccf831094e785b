import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { availabilityQuery } from "../../../api/appointments.ts";
import type { Slot } from "../../../api/types.ts";
import { failureSentence } from "../../../shell/query-client.ts";
import { useNow, usePlace } from "../../../ui/clock.tsx";
import { Failure } from "../../../ui/failure.tsx";
import { Field } from "../../../ui/field.tsx";
import { Input } from "../../../ui/input.tsx";
import { Bone, Skeleton } from "../../../ui/skeleton.tsx";
import { addDays, dayIn, dayStart } from "../days.ts";
import { SlotChoice } from "./slot-choice.tsx";

export interface Chosen {
  scheduled_start: string;
  resource_id: string;
}

interface SlotPickerProps {
  firstDay: string;
  durationMinutes: number;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen) => void;
}

/** The times of a day that can really be had. */
export function SlotPicker({ firstDay, durationMinutes, chosen, onChoose }: SlotPickerProps) {
  const { t } = useTranslation("calendar");
  const { zone } = usePlace();
  const now = useNow();
  const today = dayIn(new Date(now).toISOString(), zone);
  const [day, setDay] = useState(firstDay < today ? today : firstDay);
  const slots = useQuery(availabilityQuery(dayStart(day, zone), dayStart(addDays(day, 1), zone), durationMinutes));
  return (
    <div className="flex flex-col gap-3">
      <Field label={t("onDay")}>
        {(control) => (
          <Input
            {...control}
            type="date"
            min={today}
            value={day}
            onChange={(event) => event.target.value && setDay(event.target.value)}
          />
        )}
      </Field>
      {slots.isError && <Failure onRetry={() => void slots.refetch()}>{failureSentence(slots.error)}</Failure>}
      {slots.isPending && (
        <Skeleton className="grid grid-cols-3 gap-2">
          <Bone className="h-10" />
          <Bone className="h-10" />
          <Bone className="h-10" />
        </Skeleton>
      )}
      {slots.data?.data.length === 0 && <p className="text-base text-ink-soft">{t("noSlots")}</p>}
      {slots.data && slots.data.data.length > 0 && (
        <fieldset>
          <legend className="mb-1 text-base font-medium">{t("freeTimes")}</legend>
          <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
            {onePerStart(slots.data.data).map((slot) => (
              <SlotChoice
                key={slot.start}
                slot={slot}
                isChosen={chosen?.scheduled_start === slot.start}
                onChoose={() => onChoose({ scheduled_start: slot.start, resource_id: slot.resource_id })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}

/** When several technicians are free at the same time, the first of them comes. */
const onePerStart = (slots: readonly Slot[]): Slot[] =>
  [...new Map(slots.toReversed().map((slot) => [slot.start, slot])).values()].toReversed();
