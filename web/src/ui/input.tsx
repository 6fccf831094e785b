import { clsx } from "clsx";
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
  return <select className={clsx(box, "h-11 pr-8 md:h-8", className)} {...props} />;
}
