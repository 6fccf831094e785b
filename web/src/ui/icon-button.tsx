import type { ComponentProps, ReactNode } from "react";
import { Button, type ButtonLook } from "./button.tsx";
import { Tooltip } from "./tooltip.tsx";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label" | "children"> &
  Pick<ButtonLook, "look"> & {
    label: string;
    keys?: string;
    side?: "top" | "right" | "bottom" | "left";
    children: ReactNode;
  };

/** A button that is only an icon; its label is its name and its tooltip. */
export function IconButton({ label, keys, side, look = "quiet", children, ...props }: IconButtonProps) {
  return (
    <Tooltip says={label} keys={keys} side={side}>
      <Button look={look} size="square" aria-label={label} {...props}>
        {children}
      </Button>
    </Tooltip>
  );
}
