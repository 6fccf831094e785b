import type { ReactNode } from "react";

/** The head of a page: its name, what sums it up, what one can do. */
export function PageHeader({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-2 md:min-h-13 md:px-5">
      <title>{`${title} · NeverMissCall`}</title>
      <h1 className="text-title font-semibold">{title}</h1>
      {children}
      {actions && <div className="ml-auto flex items-center gap-2">{actions}</div>}
    </header>
  );
}
