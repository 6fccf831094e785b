import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { focusInside } from "./focus-inside.ts";
import { IconButton } from "./icon-button.tsx";
import { useUiLanguage } from "./language.tsx";

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  /** One sentence under the title. */
  description?: ReactNode;
  children: ReactNode;
  /** Buttons, the primary one last. */
  actions?: ReactNode;
}

/** A question in the way: in the middle on a desktop, a sheet from below on a phone. */
export function Dialog({ isOpen, onClose, title, description, children, actions }: DialogProps) {
  const { words } = useUiLanguage();
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          onOpenAutoFocus={focusInside}
          {...(description ? {} : { "aria-describedby": undefined })}
          className="fixed z-50 flex max-h-[90dvh] animate-rise flex-col bg-surface shadow-float outline-none max-md:inset-x-0 max-md:bottom-0 max-md:rounded-t-lg md:top-[12vh] md:left-1/2 md:ml-[-240px] md:max-h-[76vh] md:w-[480px] md:rounded-lg"
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
            <div>
              <Radix.Title className="text-title font-semibold">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-1 text-base text-ink-soft">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label={words.close}>
                <X />
              </IconButton>
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-4">{children}</div>
          {actions && (
            <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3 max-md:*:flex-1">{actions}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
