import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface EmptyStateProps {
  icon: LucideIcon;
  title: ReactNode;
  /** One sentence that teaches. */
  children: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-80 flex-col items-center gap-1 px-6 py-16 text-center">
      <Icon aria-hidden strokeWidth={1.5} className="mb-2 size-6 text-ink-faint" />
      <p className="text-reading font-medium">{title}</p>
      <p className="text-base text-ink-soft">{children}</p>
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
