import { type Control, Controller, type FieldValues, type Path } from "react-hook-form";
import { Switch } from "../../../ui/switch.tsx";

interface SwitchFieldProps<Draft extends FieldValues> {
  control: Control<Draft>;
  name: Path<Draft>;
  label: string;
  hint?: string;
}

export const SwitchField = <Draft extends FieldValues>({ control, name, label, hint }: SwitchFieldProps<Draft>) => (
  <Controller
    control={control}
    name={name}
    render={({ field }) => <Switch label={label} hint={hint} isOn={field.value === true} onChange={field.onChange} />}
  />
);
