import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { changeContact } from "../../../api/contacts.ts";
import type { Contact, ContactChange } from "../../../api/types.ts";
import { failureSentence } from "../../../shell/query-client.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Failure } from "../../../ui/failure.tsx";
import { Field } from "../../../ui/field.tsx";
import { Input, Select, TextArea } from "../../../ui/input.tsx";

interface EditContactProps {
  contact: Contact;
  onClose: () => void;
}

const fields = ["name", "address", "address_unit", "city", "state", "zip"] as const;

/** Puts right what is known of a person. */
export function EditContact({ contact, onClose }: EditContactProps) {
  const { t } = useTranslation("inbox");
  const client = useQueryClient();
  const { register, handleSubmit } = useForm<ContactChange>({ defaultValues: editable(contact) });
  const save = useMutation({
    mutationFn: (change: ContactChange) => changeContact(contact.id, withoutBlanks(change)),
    meta: { showsFailure: true },
    onSuccess: async () => {
      for (const record of ["contacts", "conversation", "conversations"]) {
        await client.invalidateQueries({ queryKey: [record] });
      }
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("editContact")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form="edit-contact" look="primary" disabled={save.isPending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form
        id="edit-contact"
        className="grid gap-3 sm:grid-cols-6"
        onSubmit={(event) => void handleSubmit((change) => save.mutate(change))(event)}
      >
        {save.isError && (
          <div className="sm:col-span-6">
            <Failure>{failureSentence(save.error)}</Failure>
          </div>
        )}
        {fields.map((name) => (
          <div key={name} className={spans[name]}>
            <Field label={t(`contact_${name}`)}>{(control) => <Input {...control} {...register(name)} />}</Field>
          </div>
        ))}
        <div className="sm:col-span-6">
          <Field label={t("language")}>
            {(control) => (
              <Select {...control} {...register("language")}>
                <option value="en">{t("language_en")}</option>
                <option value="es">{t("language_es")}</option>
              </Select>
            )}
          </Field>
        </div>
        <div className="sm:col-span-6">
          <Field label={t("access")} hint={t("accessHint")}>
            {(control) => <TextArea {...control} rows={2} {...register("access_notes")} />}
          </Field>
        </div>
        <div className="sm:col-span-6">
          <Field label={t("equipment")}>
            {(control) => <TextArea {...control} rows={2} {...register("equipment")} />}
          </Field>
        </div>
      </form>
    </Dialog>
  );
}

const spans: Record<(typeof fields)[number], string> = {
  name: "sm:col-span-6",
  address: "sm:col-span-4",
  address_unit: "sm:col-span-2",
  city: "sm:col-span-3",
  state: "sm:col-span-1",
  zip: "sm:col-span-2",
};

const editable = ({ name, address, address_unit, city, state, zip, access_notes, equipment, language }: Contact) => ({
  name,
  address,
  address_unit,
  city,
  state,
  zip,
  access_notes,
  equipment,
  language,
});

/** An emptied field is a cleared one. */
const withoutBlanks = (change: ContactChange): ContactChange =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value === "" ? null : value]));
