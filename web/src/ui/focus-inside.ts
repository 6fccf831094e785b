/** Puts the focus of what opens on its first field, else on itself: never on the button that closes it again. */
export function focusInside(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const field = event.currentTarget.querySelector<HTMLElement>(
    "input:not(:disabled), select:not(:disabled), textarea:not(:disabled)",
  );
  const hasKeyboard = matchMedia("(hover: hover)").matches;
  (hasKeyboard && field ? field : event.currentTarget).focus();
}
