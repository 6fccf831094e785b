import { clsx } from "clsx";
import { Switch as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";

interface SwitchProps {
  label: ReactNode;
  hint?: ReactNode;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
}

/** Something that is on or off at once. */
export function Switch({ label, hint, isOn, isDisabled = false, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className={clsx("flex justify-between gap-4", hint ? "items-start" : "items-center")}>
      <div className="min-w-0">
        <label htmlFor={id} className="text-base font-medium text-ink">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-small text-ink-faint">
            {hint}
          </p>
        )}
      </div>
      <Radix.Root
        id={id}
        checked={isOn}
        disabled={isDisabled}
        onCheckedChange={onChange}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="thumb h-5 w-9 shrink-0 rounded-full border border-edge bg-surface-selected transition-colors data-[state=checked]:border-human-solid data-[state=checked]:bg-human-solid"
      >
        <Radix.Thumb className="block size-4 translate-x-px rounded-full bg-edge transition-transform data-[state=checked]:translate-x-[17px] data-[state=checked]:bg-on-solid" />
      </Radix.Root>
    </div>
  );
}
