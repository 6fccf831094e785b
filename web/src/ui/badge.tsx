import { cva, type VariantProps } from "class-variance-authority";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

const badge = cva(
  "inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-small font-medium whitespace-nowrap [&_svg]:size-3.5",
  {
    variants: {
      tone: {
        neutral: "bg-surface-selected text-ink-soft",
        missed: "bg-missed-soft text-missed",
        ringing: "bg-ringing-soft text-ringing",
        talking: "bg-talking-soft text-talking",
        automated: "bg-automated-soft text-automated",
        human: "bg-human-soft text-human",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type Tone = NonNullable<VariantProps<typeof badge>["tone"]>;

/** A state: its colour, its icon and its word together. */
export function Badge({ tone, icon: Icon, children }: { tone?: Tone; icon: LucideIcon; children: ReactNode }) {
  return (
    <span className={badge({ tone })}>
      <Icon aria-hidden />
      {children}
    </span>
  );
}

const toneText: Record<Tone, string> = {
  neutral: "text-ink-faint",
  missed: "text-missed",
  ringing: "text-ringing",
  talking: "text-talking",
  automated: "text-automated",
  human: "text-human",
};

/** The same without its box, for dense lists. */
export function State({
  tone = "neutral",
  icon: Icon,
  children,
}: {
  tone?: Tone;
  icon: LucideIcon;
  children: ReactNode;
}) {
  return (
    <span className={`inline-flex min-w-0 items-center gap-1 text-small font-medium ${toneText[tone]}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{children}</span>
    </span>
  );
}
