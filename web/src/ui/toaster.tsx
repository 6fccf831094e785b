import { Toaster as Sonner, toast } from "sonner";

/** Where short messages appear: in the corner; on a phone above what the thumb writes with. */
export function Toaster({ label }: { label: string }) {
  return (
    <Sonner
      containerAriaLabel={label}
      position="bottom-right"
      mobileOffset={{ bottom: 152 }}
      className="!font-sans"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-lg bg-surface-inverse px-4 py-2.5 text-base text-ink-inverse shadow-float md:w-auto md:min-w-72",
          content: "flex-1",
          icon: "hidden",
          actionButton: "thumb shrink-0 rounded-sm font-semibold underline underline-offset-2",
        },
      }}
    />
  );
}

const UNDO_MS = 7_000;

export const say = (message: string): void => {
  toast(message);
};

/** Says what was done and offers to undo it. */
export function sayWithUndo(message: string, undo: string, onUndo: () => void): void {
  toast(message, { duration: UNDO_MS, action: { label: undo, onClick: onUndo } });
}

/** Says what could not be done; stays longer. */
export const sayFailure = (message: string): void => {
  toast.error(message, { duration: UNDO_MS });
};
