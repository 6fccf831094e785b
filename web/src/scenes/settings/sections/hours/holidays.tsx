import { Plus, Trash2 } from "lucide-react";
import { type Control, useFieldArray, useFormState } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Button } from "../../../../ui/button.tsx";
import { IconButton } from "../../../../ui/icon-button.tsx";
import { Input } from "../../../../ui/input.tsx";
import type { HoursDraft } from "../hours-section.tsx";

/** Days on which the business is closed, with the name that the holiday text mentions. */
export function Holidays({ control }: { control: Control<HoursDraft> }) {
  const { t } = useTranslation("settings");
  const { fields, append, remove } = useFieldArray({ control, name: "holidays" });
  const { errors } = useFormState({ control });
  return (
    <>
      {fields.length === 0 && <p className="text-base text-ink-soft">{t("noHolidays")}</p>}
      <ul className="flex flex-col gap-2">
        {fields.map((field, index) => (
          <li key={field.id} className="flex items-center gap-2">
            <Input
              type="date"
              aria-label={t("holidayDate")}
              aria-invalid={errors.holidays?.[index]?.date ? true : undefined}
              className="tabular !w-40 shrink-0"
              {...control.register(`holidays.${index}.date`, { required: true })}
            />
            <Input
              aria-label={t("holidayName")}
              aria-invalid={errors.holidays?.[index]?.name ? true : undefined}
              placeholder={t("holidayName")}
              {...control.register(`holidays.${index}.name`, { required: true })}
            />
            <IconButton label={t("removeHoliday", { name: field.name })} onClick={() => remove(index)}>
              <Trash2 />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button className="self-start" onClick={() => append({ date: "", name: "" })}>
        <Plus aria-hidden />
        {t("addHoliday")}
      </Button>
    </>
  );
}
