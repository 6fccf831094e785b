import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";

const box =
  "w-full rounded-md border border-edge bg-surface px-2.5 text-reading text-ink transition-colors hover:border-ink-faint disabled:opacity-60 aria-invalid:border-missed md:text-base";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={clsx(box, "h-11 md:h-8", className)} {...props} />;
}

export function TextArea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea className={clsx(box, "resize-y py-2", className)} {...props} />;
}

/** The platform's own list: the best there is under a thumb. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return (
    <span className="relative block w-full min-w-0">
      <select className={clsx(box, "h-11 appearance-none pr-8 md:h-8", className)} {...props} />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-faint"
      />
    </span>
  );
}
