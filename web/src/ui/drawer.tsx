import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { focusInside } from "./focus-inside.ts";
import { IconButton } from "./icon-button.tsx";
import { useUiLanguage } from "./language.tsx";

interface DrawerProps {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
}

/** One thing in detail, over the right of the page; the whole page on a phone. */
export function Drawer({ isOpen, onClose, title, children, actions }: DrawerProps) {
  const { words } = useUiLanguage();
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          onOpenAutoFocus={focusInside}
          aria-describedby={undefined}
          className="fixed inset-y-0 right-0 z-50 flex w-full animate-slide flex-col bg-surface shadow-float outline-none md:w-[440px]"
        >
          <header className="flex h-14 shrink-0 items-center justify-between gap-3 border-b px-4">
            <Radix.Title className="min-w-0 truncate text-title font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={words.close}>
                <X />
              </IconButton>
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
          {actions && <footer className="flex flex-wrap gap-2 border-t px-4 py-3 max-md:*:flex-1">{actions}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
