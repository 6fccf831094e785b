import { clsx } from "clsx";
import type { ReactNode } from "react";
import { useUiLanguage } from "./language.tsx";

/** A grey bar where words will be. */
export const Bone = ({ className }: { className?: string }) => (
  <span aria-hidden className={clsx("block animate-shimmer rounded-sm bg-surface-selected", className)} />
);

/** Bones in the shape of what comes; says so once to those who cannot see them. */
export function Skeleton({ className, children }: { className?: string; children: ReactNode }) {
  const { words } = useUiLanguage();
  return (
    <div role="status" className={className}>
      <span className="sr-only">{words.loading}</span>
      {children}
    </div>
  );
}
