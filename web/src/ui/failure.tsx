import { RotateCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { useUiLanguage } from "./language.tsx";

/** Says what could not be done and offers to try again, where it happened. */
export function Failure({ children, onRetry }: { children: ReactNode; onRetry?: (() => void) | undefined }) {
  const { words } = useUiLanguage();
  return (
    <div role="alert" className="m-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-missed-soft px-4 py-3">
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-missed" />
      <p className="min-w-0 flex-1 basis-48 text-base text-ink">{children}</p>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          <RotateCw aria-hidden />
          {words.tryAgain}
        </Button>
      )}
    </div>
  );
}
