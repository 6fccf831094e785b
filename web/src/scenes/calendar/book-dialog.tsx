import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { bookAppointment } from "../../api/appointments.ts";
import { contactsSearchQuery } from "../../api/contacts.ts";
import { failureSentence } from "../../shell/query-client.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Failure } from "../../ui/failure.tsx";
import { Field } from "../../ui/field.tsx";
import { nationalPhone } from "../../ui/format/phone.ts";
import { Input } from "../../ui/input.tsx";
import { startOf } from "./days.ts";
import { SlotPicker } from "./slot-picker.tsx";
import type { CalendarWords } from "./words.ts";

const VISIT_MINUTES = 120;

/** Books a visit by hand: who, what, when. */
export function BookDialog({
  day,
  zone,
  words,
  onClose,
}: {
  day: string;
  zone: string;
  words: CalendarWords;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [search, setSearch] = useState("");
  const [contact, setContact] = useState<{ id: string; name: string }>();
  const [service, setService] = useState("");
  const found = useQuery({
    ...contactsSearchQuery(search),
    enabled: search.trim().length > 1 && contact === undefined,
  });
  const book = useMutation({
    mutationFn: (slot: { start: string; resource_id: string }) =>
      bookAppointment({
        contact_id: contact?.id ?? "",
        scheduled_start: slot.start,
        resource_id: slot.resource_id,
        service_type: service,
        duration_minutes: VISIT_MINUTES,
      }),
    meta: { showsFailure: true },
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ["appointments"] });
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={words.book}>
      <div className="flex flex-col gap-4">
        {book.isError && <Failure>{failureSentence(book.error)}</Failure>}
        <Field label={words.customer} hint={contact ? undefined : words.noContacts}>
          {(control) => (
            <Input
              {...control}
              value={contact?.name ?? search}
              onChange={(event) => {
                setContact(undefined);
                setSearch(event.target.value);
              }}
            />
          )}
        </Field>
        {found.data && contact === undefined && (
          <ul className="-mt-2 max-h-44 divide-y overflow-y-auto rounded-md border">
            {found.data.data.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  onClick={() => setContact({ id: one.id, name: one.name ?? one.phone ?? "" })}
                  className="focus-inset w-full px-3 py-2 text-left text-base hover:bg-surface-hover"
                >
                  {one.name ?? ""}{" "}
                  <span className="text-ink-faint tabular">{one.phone ? nationalPhone(one.phone) : ""}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <Field label={words.service}>
          {(control) => (
            <Input {...control} maxLength={100} value={service} onChange={(event) => setService(event.target.value)} />
          )}
        </Field>
        {contact && service.trim() !== "" ? (
          <SlotPicker
            label={words.time}
            from={startOf(day, zone)}
            zone={zone}
            durationMinutes={VISIT_MINUTES}
            words={words}
            onPick={(slot) => book.mutate(slot)}
          />
        ) : (
          <Button disabled>{words.time}</Button>
        )}
      </div>
    </Dialog>
  );
}
