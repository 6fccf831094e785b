import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { availabilityQuery } from "../../api/appointments.ts";
import { Button } from "../../ui/button.tsx";
import { usePlace } from "../../ui/clock.tsx";
import { Field } from "../../ui/field.tsx";
import { clockTime } from "../../ui/format/time.ts";
import { Input } from "../../ui/input.tsx";
import { addDays, localDay, startOf } from "./days.ts";
import type { CalendarWords } from "./words.ts";

interface SlotPickerProps {
  label: string;
  /** The day to begin with, ISO 8601. */
  from: string;
  zone: string;
  durationMinutes: number;
  words: CalendarWords;
  onPick: (slot: { start: string; resource_id: string }) => void;
}

/** Times that can really be had on a day. */
export function SlotPicker({ label, from, zone, durationMinutes, words, onPick }: SlotPickerProps) {
  const place = usePlace(zone);
  const [day, setDay] = useState(() => localDay(from, zone));
  const slots = useQuery(availabilityQuery(startOf(day, zone), startOf(addDays(day, 1), zone), durationMinutes));
  const starts = slots.data?.data ?? [];
  return (
    <div className="flex flex-col gap-2">
      <Field label={label}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={day}
            onChange={(event) => event.target.value && setDay(event.target.value)}
          />
        )}
      </Field>
      {slots.data && starts.length === 0 && <p className="text-base text-ink-soft">{words.noSlots}</p>}
      <div className="flex flex-wrap gap-1.5">
        {starts.map((slot) => (
          <Button key={slot.start} size="small" onClick={() => onPick(slot)}>
            {clockTime(slot.start, place)}
          </Button>
        ))}
      </div>
    </div>
  );
}
