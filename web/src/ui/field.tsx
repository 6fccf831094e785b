import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useUiLanguage } from "./language.tsx";

interface FieldControl {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  isOptional?: boolean;
  /** Receives what ties the control to its label, hint and error. */
  children: (control: FieldControl) => ReactNode;
}

/** A label, a control, what it means, and what is wrong with it, right below. */
export function Field({ label, hint, error, isOptional = false, children }: FieldProps) {
  const id = useId();
  const { words } = useUiLanguage();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-base font-medium text-ink">
        {label}
        {isOptional && <span className="ml-1 font-normal text-ink-faint">({words.optional})</span>}
      </label>
      {children({ id, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1 text-small text-missed">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-small text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  );
}
