import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Field } from "../../../ui/field.tsx";
import { Input } from "../../../ui/input.tsx";

interface NumberFieldProps<Draft extends FieldValues> {
  form: Pick<UseFormReturn<Draft>, "register" | "getFieldState" | "formState">;
  name: Path<Draft>;
  label: string;
  hint?: string;
  min: number;
  max: number;
}

/** A whole number within its limits. */
export function NumberField<Draft extends FieldValues>({ form, name, label, hint, min, max }: NumberFieldProps<Draft>) {
  const { t } = useTranslation("settings");
  const { error } = form.getFieldState(name, form.formState);
  const limits = t("fromTo", { min, max });
  return (
    <Field label={label} hint={hint} error={error && limits}>
      {(control) => (
        <Input
          {...control}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          className="tabular max-w-32 text-right"
          {...form.register(name, { valueAsNumber: true, min, max, validate: (value) => Number.isInteger(value) })}
        />
      )}
    </Field>
  );
}
