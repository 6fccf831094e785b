import type { KeyboardEvent, Ref } from "react";

interface WritingAreaProps {
  ref?: Ref<HTMLTextAreaElement>;
  label: string;
  placeholder: string;
  value: string;
  onChange: (words: string) => void;
  onSubmit: () => void;
}

const hasKeyboard = (): boolean => matchMedia("(hover: hover) and (pointer: fine)").matches;

/** Grows with what is written. Enter sends and Shift with Enter breaks the line, except on a thumb's keyboard. */
export function WritingArea({ ref, label, placeholder, value, onChange, onSubmit }: WritingAreaProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") event.currentTarget.blur();
    const sends = event.metaKey || event.ctrlKey || (!event.shiftKey && hasKeyboard());
    if (event.key !== "Enter" || !sends || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <textarea
      ref={ref}
      aria-label={label}
      rows={1}
      value={value}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
      className="field-sizing-content max-h-40 min-h-11 flex-1 resize-none rounded-lg border border-edge bg-surface px-3 py-2.5 text-reading hover:border-ink-faint md:min-h-10 md:py-2"
    />
  );
}
