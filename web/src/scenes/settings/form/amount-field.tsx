import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Field } from "../../../ui/field.tsx";
import { Input } from "../../../ui/input.tsx";

interface AmountFieldProps<Draft extends FieldValues> {
  form: Pick<UseFormReturn<Draft>, "register" | "getFieldState" | "formState">;
  name: Path<Draft>;
  label: string;
  hint?: string;
  isFactor?: boolean;
}

const amount = /^\d{1,6}(\.\d{1,2})?$/;
const factor = /^[1-9](\.\d{1,2})?$/;

/** Money, or a factor on it, as an exact decimal: "85" or "2.50". */
export function AmountField<Draft extends FieldValues>({
  form,
  name,
  label,
  hint,
  isFactor = false,
}: AmountFieldProps<Draft>) {
  const { t } = useTranslation("settings");
  const { error } = form.getFieldState(name, form.formState);
  return (
    <Field label={label} hint={hint} error={error && t(isFactor ? "factorNeeded" : "amountNeeded")}>
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          className="tabular max-w-32 text-right"
          {...form.register(name, { required: true, pattern: isFactor ? factor : amount })}
        />
      )}
    </Field>
  );
}
