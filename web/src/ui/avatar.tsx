import { clsx } from "clsx";
import { User } from "lucide-react";

const initialsOf = (name: string): string => {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => word?.[0]?.toUpperCase() ?? "").join("");
};

/** Initials of a person; a figure for somebody without a name. Decorative: the name stands beside it. */
export function Avatar({ name, size = "medium" }: { name: string | null; size?: "small" | "medium" | "large" }) {
  const initials = name ? initialsOf(name) : "";
  return (
    <span
      aria-hidden
      className={clsx(
        "grid shrink-0 place-items-center rounded-full bg-surface-selected font-medium text-ink-soft select-none",
        size === "small" && "size-6 text-micro",
        size === "medium" && "size-8 text-small",
        size === "large" && "size-12 text-reading",
      )}
    >
      {initials || <User className="size-1/2" />}
    </span>
  );
}
