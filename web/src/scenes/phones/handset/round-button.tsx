import { clsx } from "clsx";
import type { ReactNode } from "react";

interface RoundButtonProps {
  look: "accept" | "decline" | "plain";
  label: string;
  /** Stands under the button. */
  caption?: string;
  isDisabled?: boolean;
  isPressed?: boolean;
  onPress: () => void;
  children: ReactNode;
}

const looks = {
  accept: "bg-talking-solid text-on-solid",
  decline: "bg-missed-solid text-on-solid",
  plain:
    "bg-surface-hover text-ink hover:bg-surface-selected aria-pressed:bg-surface-inverse aria-pressed:text-ink-inverse",
};

export const RoundButton = ({ look, label, caption, isDisabled, isPressed, onPress, children }: RoundButtonProps) => (
  <span className="flex flex-col items-center gap-1">
    <button
      type="button"
      aria-label={label}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onPress}
      className={clsx(
        "grid size-14 place-items-center rounded-full transition-transform active:scale-95 disabled:opacity-50 [&_svg]:size-6",
        looks[look],
      )}
    >
      {children}
    </button>
    {caption && (
      <span aria-hidden className="text-small text-ink-soft">
        {caption}
      </span>
    )}
  </span>
);
