import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: ReactNode }[];
  onChange: (value: Value) => void;
}

/** A few views or filters side by side, exactly one of them chosen. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={choose}
      className="flex w-fit max-w-full overflow-x-auto rounded-md bg-surface-selected p-0.5"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className="focus-inset flex h-7 shrink-0 items-center gap-1.5 rounded-sm px-2.5 text-base text-ink-soft transition-colors hover:text-ink data-[state=on]:bg-surface-raised data-[state=on]:font-medium data-[state=on]:text-ink data-[state=on]:shadow-float max-md:h-9"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
