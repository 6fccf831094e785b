import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { contactQuery, contactsSearchQuery } from "../../../api/contacts.ts";
import type { Contact } from "../../../api/types.ts";
import { Who } from "../../../records/who.tsx";
import { Avatar } from "../../../ui/avatar.tsx";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { Input } from "../../../ui/input.tsx";

interface ContactPickerProps {
  contactId: string | null;
  onChoose: (contactId: string | null) => void;
}

const SHOWN = 5;

/** For whom: found by name or a few digits of the number. */
export function ContactPicker({ contactId, onChoose }: ContactPickerProps) {
  const { t } = useTranslation("calendar");
  const { data: contact } = useQuery({ ...contactQuery(contactId ?? ""), enabled: contactId !== null });
  const [words, setWords] = useState("");
  const { data: found } = useQuery(contactsSearchQuery(useDeferredValue(words.trim())));
  if (contactId !== null) {
    return (
      <div className="flex items-center gap-3 rounded-md border p-2">
        <Avatar name={contact?.name ?? null} />
        <p className="min-w-0 flex-1 text-base">
          {contact && <Who name={contact.name} phone={contact.phone} className="font-medium" />}
          {contact?.address && <span className="block truncate text-small text-ink-soft">{contact.address}</span>}
        </p>
        <Button size="small" onClick={() => onChoose(null)}>
          {t("somebodyElse")}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-1">
      <Field label={t("forWhom")}>
        {(control) => (
          <Input
            {...control}
            type="search"
            autoComplete="off"
            placeholder={t("forWhomHint")}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <ul className="divide-y rounded-md border empty:hidden" aria-label={t("found")}>
        {(words.trim() === "" ? [] : (found?.data ?? [])).slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <FoundContact contact={one} onChoose={() => onChoose(one.id)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const FoundContact = ({ contact, onChoose }: { contact: Contact; onChoose: () => void }) => (
  <button
    type="button"
    onClick={onChoose}
    className="focus-inset flex min-h-9 w-full items-center gap-2 px-2.5 py-1.5 text-left text-base hover:bg-surface-hover max-md:min-h-11"
  >
    <Who name={contact.name} phone={contact.phone} className="font-medium" />
    <span className="min-w-0 flex-1 truncate text-small text-ink-faint">{contact.address}</span>
  </button>
);
