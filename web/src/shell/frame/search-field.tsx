import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useShortcut } from "../shortcuts/shortcuts.ts";

interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (words: string) => void;
}

const PAUSE_MS = 200;

/** Searches after a short pause in typing; "/" goes to it. */
export function SearchField({ label, placeholder, value, onChange }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcut("/", label, () => input.current?.focus());

  const type = (typed: string) => {
    setWords(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(typed.trim()), PAUSE_MS);
  };
  return (
    <label className="relative block min-w-0 flex-1">
      <span className="sr-only">{label}</span>
      <Search aria-hidden className="absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint" />
      <input
        ref={input}
        type="search"
        value={words}
        placeholder={placeholder}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && input.current?.blur()}
        className="h-11 w-full rounded-md border border-hairline bg-canvas pr-2.5 pl-8 text-reading hover:border-edge md:h-8 md:text-base"
      />
    </label>
  );
}
