import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";

const button = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors select-none disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        primary: "bg-human-solid text-on-solid hover:bg-human-solid-hover",
        secondary: "border border-hairline bg-surface text-ink hover:bg-surface-hover",
        quiet: "text-ink-soft hover:bg-surface-selected hover:text-ink",
        danger: "bg-missed-solid text-on-solid hover:bg-missed-solid-hover",
        link: "text-human underline-offset-2 hover:underline",
      },
      size: {
        small: "h-7 px-2 text-small max-md:h-9 max-md:px-3",
        medium: "h-8 px-3 text-base max-md:h-11 max-md:px-4 max-md:text-reading",
        tall: "h-10 px-3 text-base max-md:h-11 max-md:px-4 max-md:text-reading",
        square: "size-8 max-md:size-11",
        inline: "h-auto p-0",
      },
    },
    defaultVariants: { look: "secondary", size: "medium" },
  },
);

export type ButtonLook = VariantProps<typeof button>;
type ButtonProps = ComponentProps<"button"> & ButtonLook & { asChild?: boolean };

/** `asChild` gives the look to a link. */
export function Button({ look, size, className, asChild = false, type = "button", ...props }: ButtonProps) {
  const Element = asChild ? Slot.Root : "button";
  return <Element type={asChild ? undefined : type} className={button({ look, size, className })} {...props} />;
}
