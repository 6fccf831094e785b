import type { ReactNode } from "react";

interface PhoneExampleProps {
  title: string;
  sender: string;
  children: ReactNode;
}

/** A text as the customer's phone shows it. */
export const PhoneExample = ({ title, sender, children }: PhoneExampleProps) => (
  <figure className="mb-5">
    <figcaption className="mb-1.5 text-small font-medium text-ink-faint">{title}</figcaption>
    <div className="rounded-[20px] border bg-canvas px-3 pt-2.5 pb-4">
      <p className="mb-2.5 text-center text-small font-medium text-ink-soft">{sender}</p>
      <div className="max-w-[90%] rounded-bubble rounded-bl-sm bg-surface-selected px-3.5 py-2 text-reading break-words whitespace-pre-wrap">
        {children}
      </div>
    </div>
  </figure>
);
